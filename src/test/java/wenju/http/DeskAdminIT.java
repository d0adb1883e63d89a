package wenju.http;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static wenju.store.SharedDatabase.await;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.junit5.VertxExtension;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import wenju.notice.Notice;
import wenju.store.Actor;
import wenju.store.AnswerLog;
import wenju.store.Database;
import wenju.store.DeskAccounts;
import wenju.store.NoticeStore;
import wenju.store.Role;
import wenju.store.SharedDatabase;
import wenju.store.ThesaurusStore;

/** The administration in a browser, over a real database. */
@ExtendWith({SharedDatabase.class, VertxExtension.class})
class DeskAdminIT {
    @RegisterExtension
    static final Chromium chromium = new Chromium();

    private RunningService service;
    private Database database;
    private SignedIn administrator;

    @BeforeEach
    void start(Vertx vertx, Database shared) {
        database = shared;
        service = RunningService.start(
                vertx, RunningService.collaborators(new Integrators().integrations(), SignedIn.desk(shared)));
        administrator = SignedIn.as(Role.ADMINISTRATOR, "zhao", service, shared);
    }

    @Test
    void account_isMadeChangedAndTheSecondToChangeItIsTold() {
        Page page = open();
        Locator add = page.locator("#accounts > .card");
        add.locator("summary").click();
        add.locator("[name=name]").fill("li.na");
        add.locator("[name=displayName]").fill("李娜");
        add.locator("[name=role]").selectOption("editor");
        add.locator("button").click();
        assertThat(page.locator("#once .secret")).isFocused();
        String password = page.locator("#once .secret").innerText();
        page.locator("#once button").click();
        assertThat(row(page, "li.na")).containsText("口令待换");

        Page other = open();
        changeName(other, "李娜娜");
        assertThat(row(other, "li.na")).containsText("李娜娜");
        changeName(page, "李小娜");
        assertThat(page.locator("#trouble [role=alert]")).containsText("别人先改了");
        page.reload();
        assertThat(row(page, "li.na")).containsText("李娜娜");

        Page hers = chromium.open(Chromium.visitor(), service.base() + "/desk/sign-in");
        hers.locator("#name").fill("li.na");
        hers.locator("#password").fill(password);
        hers.locator("main button").click();
        assertThat(hers).hasURL(service.base() + "/desk/account");
    }

    @Test
    void key_isMadeAndRevoked() {
        Page page = open();
        page.onDialog(Dialog::accept);
        assertThat(page.locator("#keys")).containsText("还没有密钥");
        Locator create = page.locator("#keys > .card");
        create.locator("summary").click();
        create.locator("[name=name]").fill("门户网站");
        create.locator("[value=ask]").check();
        create.locator("button").click();
        assertThat(page.locator("#once .secret")).containsText("wenju_");
        page.locator("#once button").click();
        assertThat(row(page, "门户网站")).containsText("有效");
        row(page, "门户网站").locator("button").last().click();
        assertThat(row(page, "门户网站")).containsText("已撤销");
        create = page.locator("#keys > .card");
        create.locator("summary").click();
        create.locator("[name=name]").fill("没有权限");
        create.locator("button").click();
        assertThat(page.locator("#trouble [role=alert]")).isVisible();
    }

    @Test
    void answering_isSwitchedOffAndOn_andPeopleAreTold() {
        Page citizen = chromium.open(Chromium.visitor(), service.base() + "/");
        Page page = open();
        Locator channel = page.locator("#channels .card").first();
        channel.locator("summary").click();
        channel.locator("[name=notice]").fill("正在核对第12号令");
        channel.locator("[name=reason]").fill("刚刚废止");
        channel.locator("button").click();
        assertThat(page.locator("#channels .card").first()).containsText("已暂停");
        assertThat(page.locator("#trouble [role=status]")).hasText("已办好。");
        page.reload();
        assertThat(page.locator("#trouble [role=status]")).hasCount(0);

        citizen.locator("#q").fill("维保单位有什么义务");
        citizen.keyboard().press("Enter");
        assertThat(citizen.locator("wenju-trouble [role=alert]")).hasText("正在核对第12号令");
        Chromium.assertFitsEverybody(citizen, "switched-off-asked");
        citizen.navigate(service.base() + "/");
        assertThat(citizen.locator(".off")).hasText("正在核对第12号令");
        Chromium.assertFitsEverybody(citizen, "switched-off");

        channel = page.locator("#channels .card").first();
        channel.locator("summary").click();
        channel.locator("[name=reason]").fill("核对完了");
        channel.locator("button").click();
        assertThat(page.locator("#channels .card").first()).containsText("正常回答");
        assertEquals("switch zhao page", DeskAccounts.lastAudit(database));
        citizen.navigate(service.base() + "/?q=维保单位有什么义务");
        assertThat(citizen.locator(".exchange")).isVisible();
    }

    @Test
    void everyRole_seesItsOwn_andItFitsEverybody() {
        SignedIn auditor = SignedIn.as(Role.AUDITOR, service, database);
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : new int[] {320, 1280}) {
                String look = "-" + scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
                Page page = chromium.open(
                        Chromium.visitor(width, 900).setColorScheme(scheme), service.base() + "/desk/sign-in");
                administrator.open(page, "/desk");
                assertThat(page).hasURL(service.base() + "/desk/admin");
                assertThat(page.locator("#audit")).hasCount(0);
                page.locator("details").all().forEach(one -> one.evaluate("one => one.open = true"));
                Chromium.assertFitsEverybody(page, "desk-admin" + look);
                page.context().clearCookies();
                auditor.open(page, "/desk/admin");
                assertThat(page.locator("#accounts")).hasCount(0);
                assertThat(page.locator("#audit .audited")).isVisible();
                Chromium.assertFitsEverybody(page, "desk-audit" + look);
            }
        }
        Page page = chromium.open(Chromium.visitor(), service.base() + "/desk/sign-in");
        SignedIn.as(Role.STAFF, service, database).open(page, "/desk/admin");
        assertThat(page.locator("h1")).hasText("这个角色不能做这件事");
        assertThat(page.locator(".instance")).containsText("报修时请附上编号 urn:uuid:");
        page.navigate(service.base() + "/desk/nowhere");
        assertThat(page.locator("h1")).hasText("没有这个页面");
        assertThat(page.locator(".lead")).containsText("网址可能输错了");
        assertThat(page.locator(".instance")).hasCount(0);
    }

    @Test
    void audit_tellsWhatWasDone_onAPhoneToo() {
        String made = administrator
                .send(
                        "POST",
                        "/api/v1/desk/accounts",
                        "{\"name\": \"li.na\", \"displayName\": \"李娜\", \"role\": \"staff\"}")
                .body();
        JsonObject account = new JsonObject(made).getJsonObject("account");
        administrator.send(
                "PUT",
                "/api/v1/desk/accounts/" + account.getString("id"),
                "{\"displayName\": \"李娜\", \"role\": \"editor\", \"disabled\": false}",
                "If-Match",
                account.getString("etag"));
        administrator.send(
                "POST",
                "/api/v1/desk/keys",
                "{\"name\": \"门户网站\", \"scopes\": [\"ask\", \"notices:write\"], \"perMinute\": 9}");
        JsonObject channel = new JsonObject(
                        administrator.get("/api/v1/desk/channels").body())
                .getJsonArray("channels")
                .getJsonObject(0);
        administrator.send(
                "PUT",
                "/api/v1/desk/channels/page",
                "{\"answers\": false, \"notice\": \"正在核对第12号令 <b>\", \"reason\": \"刚刚废止\"}",
                "If-Match",
                channel.getString("etag"));
        Notice notice = SampleNotices.LIFTS.notice();
        var notices = new NoticeStore(database, "test");
        await(notices.save(notice.gazette(), "3f2a9c41d07b", List.of(notice), new Actor("wang", "192.0.2.7")));
        await(notices.withdraw(notice.id(), "印错了", new Actor("wang", "192.0.2.7")));
        await(new ThesaurusStore(database).add("没交, 没缴 => 未缴纳, 欠缴", new Actor("wang", "192.0.2.7")));
        await(new AnswerLog(database, Map.of()).erase(UUID.randomUUID().toString(), new Actor("root", "命令行 wenju-1")));

        SignedIn auditor = SignedIn.as(Role.AUDITOR, service, database);
        Page page = chromium.open(Chromium.visitor(1280, 900), service.base() + "/desk/sign-in");
        auditor.open(page, "/desk/admin");
        assertThat(entry(page, 0)).containsText("删除对话");
        assertThat(entry(page, 0).locator(".facts")).containsText("root，从 命令行 wenju-1");
        assertThat(line(page, 1)).hasText(new String[] {"同义词没交, 没缴 => 未缴纳, 欠缴"});
        assertThat(line(page, 2)).hasText(new String[] {"理由印错了"});
        assertThat(line(page, 3).first()).hasText("文件新增 1 件，更新 0 件，移除 0 件，未变 0 件");
        assertThat(entry(page, 4)).containsText("开关回答 网页");
        assertThat(line(page, 4)).hasText(new String[] {"回答正常回答 → 已暂停", "给提问的人的说明（没有） → 正在核对第12号令 <b>", "理由刚刚废止"});
        assertThat(entry(page, 6)).containsText("修改账户 li.na");
        assertThat(line(page, 6)).hasText(new String[] {"角色工作人员 → 编辑"});
        assertThat(entry(page, 6).locator("code").first()).isHidden();
        entry(page, 6).locator("summary").click();
        assertThat(entry(page, 6).locator("code").last()).containsText("\"role\":\"editor\"");
        Chromium.assertFitsEverybody(page, "desk-audit-told");

        entry(page, 2).locator("a").click();
        assertThat(page.locator("#notice")).containsText("已撤下");

        Page phone = chromium.open(
                Chromium.visitor(375, 812).setHasTouch(true).setIsMobile(true).setLocale("en-GB"),
                service.base() + "/desk/sign-in");
        auditor.open(phone, "/desk/admin");
        assertThat(entry(phone, 4)).containsText("switch answering Page");
        assertThat(line(phone, 6)).hasText(new String[] {"RoleStaff → Editor"});
        phone.locator("summary").all().forEach(Locator::tap);
        Chromium.assertFingersHit(phone);
        Chromium.assertFitsEverybody(phone, "desk-audit-told-phone");
        Chromium.screenshotWhole(phone, "desk-audit-told-phone");
    }

    private static Locator entry(Page page, int index) {
        return page.locator(".audited > li").nth(index);
    }

    private static Locator line(Page page, int index) {
        return entry(page, index).locator(".told > dl > div");
    }

    private Page open() {
        Page page = chromium.open(Chromium.visitor(1280, 900), service.base() + "/desk/sign-in");
        administrator.open(page, "/desk/admin");
        return page;
    }

    private static Locator row(Page page, String words) {
        return page.locator("tr", new Page.LocatorOptions().setHasText(words));
    }

    private static void changeName(Page page, String name) {
        Locator row = row(page, "li.na");
        row.locator("summary").click();
        row.locator("[name=displayName]").fill(name);
        row.locator("form[data-version] button").click();
    }
}
