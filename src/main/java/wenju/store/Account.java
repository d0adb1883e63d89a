package wenju.store;

import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works at the desk; everything but the password.
 *
 * @param id public, and never given to another: {@code u1a2b3c4d5e6f}
 * @param name to sign in with, in small letters
 * @param displayName for people
 * @param oneTime the password was made by somebody else and is to be replaced first
 * @param disabled cannot sign in
 * @param lockedUntil too many wrong passwords; null when not locked, and in a {@link Session}
 * @param version grows with every change, see {@link StaleException}
 */
public record Account(
        String id,
        String name,
        String displayName,
        Role role,
        boolean oneTime,
        boolean disabled,
        @Nullable Instant lockedUntil,
        int version,
        Instant createdAt) {
    /** Characters, for the name that is shown. */
    public static final int MAX_DISPLAY_NAME = 60;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,31}");

    /** Whether an account may be called so: 2 to 32 small letters, digits, dots and dashes, a letter first. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** A name as it was typed, as it is kept. */
    static String canonical(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
