package wenju.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static wenju.store.SharedDatabase.await;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedDatabase.class)
class AccountStoreIT {
    private static final Actor ADMINISTRATOR = new Actor("zhao", "192.0.2.7");
    private static final Password PASSWORD = Password.typed("四月的风吹过示例市的公园");

    private Database database;
    private AccountStore accounts;

    @BeforeEach
    void open(Database shared) {
        database = shared;
        accounts = new AccountStore(shared);
    }

    @Test
    void account_isAddedOnce_withoutItsPasswordInTheAudit() {
        Account added = add("wang.fang");
        assertEquals(Optional.of(added), await(accounts.findByName(" Wang.Fang ")));
        assertEquals("add_account zhao wang.fang", DeskAccounts.lastAudit(database));
        assertEquals(
                Optional.empty(),
                await(accounts.add("wang.fang", "另一个王芳", Role.STAFF, PASSWORD, false, ADMINISTRATOR)));
        String kept = await(database.pool()
                .query("SELECT password, (SELECT string_agg(after::text, '') FROM audit) AS audit FROM account")
                .execute()
                .map(rows -> rows.iterator().next().toJson().encode()));
        assertFalse(kept.contains(PASSWORD.reveal()), kept);
        assertTrue(kept.contains("pbkdf2-sha256$600000$"), kept);
        assertFalse(kept.substring(kept.indexOf("audit")).contains("pbkdf2"), kept);
    }

    @Test
    void twoWhoChangeTheSame_theSecondIsToldAndNothingIsOverwritten() {
        Account seen = add("wang.fang");
        Account changed = await(accounts.change(seen.id(), seen.version(), "王芳", Role.EDITOR, false, ADMINISTRATOR));
        assertEquals(Role.EDITOR, changed.role());
        assertThrows(
                StaleException.class,
                () -> await(accounts.change(
                        seen.id(), seen.version(), "王芳", Role.AUDITOR, true, new Actor("qian", "192.0.2.8"))));
        assertEquals(List.of(changed), await(accounts.list()));
        assertEquals("change_account zhao wang.fang", DeskAccounts.lastAudit(database));
    }

    @Test
    void lockedAccount_isListedAsLocked_andCanBeUnlocked() {
        Account account = add("wang.fang");
        var sessions = new SessionStore(database, new SessionTerms(Duration.ofHours(1), Duration.ofHours(1)));
        Password wrong = Password.typed("不是这个");
        await(sessions.signIn("wang.fang", wrong, "192.0.2.9"));
        DeskAccounts.countFailures(database, SessionStore.FREE_PER_NAME - 1);
        await(sessions.signIn("wang.fang", wrong, "192.0.2.9"));
        assertTrue(await(accounts.find(account.id())).orElseThrow().lockedUntil() != null);
        assertTrue(await(sessions.signIn("wang.fang", PASSWORD, "192.0.2.9")) instanceof SignIn.Locked);
        await(accounts.unlock(account.id(), ADMINISTRATOR));
        assertEquals("unlock_account zhao wang.fang", DeskAccounts.lastAudit(database));
        assertTrue(await(sessions.signIn("wang.fang", PASSWORD, "192.0.2.9")) instanceof SignIn.Done);
    }

    @Test
    void password_thatIsSetByAnother_endsSessions() {
        Account account = add("wang.fang");
        var sessions = new SessionStore(database, new SessionTerms(Duration.ofHours(1), Duration.ofHours(1)));
        var done = (SignIn.Done) await(sessions.signIn("wang.fang", PASSWORD, "192.0.2.9"));
        assertTrue(await(sessions.find(done.token().digest())).isPresent());
        Password other = Password.random();
        await(accounts.setPassword(account.id(), other, true, ADMINISTRATOR));
        assertEquals(Optional.empty(), await(sessions.find(done.token().digest())));
        var again = (SignIn.Done) await(sessions.signIn("wang.fang", other, "192.0.2.9"));
        assertTrue(again.session().account().oneTime());
    }

    @Test
    void randomPassword_isOneThatMayBeChosen() {
        Password random = Password.random();
        assertEquals(
                random.reveal(), Password.chosen(random.reveal(), "wang.fang").reveal());
        assertFalse(random.toString().contains(random.reveal()));
    }

    private Account add(String name) {
        return await(accounts.add(name, "王芳", Role.STAFF, PASSWORD, false, ADMINISTRATOR))
                .orElseThrow();
    }
}
