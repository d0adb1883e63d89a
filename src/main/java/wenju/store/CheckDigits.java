package wenju.store;

/** Whether the last character of a number follows from the others; separators are taken out before. */
final class CheckDigits {
    /** GB 11643, by ISO 7064 MOD 11-2. */
    private static final int[] IDENTITY_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private static final String IDENTITY_CHECKS = "10X98765432";

    /** GB 32100, modulo 31 over an alphabet without I, O, S, V and Z. */
    private static final int[] CREDIT_CODE_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};

    private static final String CREDIT_CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private CheckDigits() {}

    /** 居民身份证 of 18 characters. */
    static boolean isIdentity(String number) {
        int sum = 0;
        for (int i = 0; i < IDENTITY_WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * IDENTITY_WEIGHTS[i];
        }
        return IDENTITY_CHECKS.charAt(sum % 11) == Character.toUpperCase(number.charAt(17));
    }

    /** 统一社会信用代码 of 18 characters. */
    static boolean isCreditCode(String code) {
        int sum = 0;
        for (int i = 0; i < CREDIT_CODE_WEIGHTS.length; i++) {
            sum += CREDIT_CODE_ALPHABET.indexOf(code.charAt(i)) * CREDIT_CODE_WEIGHTS[i];
        }
        return CREDIT_CODE_ALPHABET.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }

    /** A card number, by Luhn: every second digit from the right is doubled, digits are added, the sum ends in 0. */
    static boolean isCard(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int digit = number.charAt(number.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : digit * 2;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
