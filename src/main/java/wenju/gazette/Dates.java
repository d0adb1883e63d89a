package wenju.gazette;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as notices print them: {@code 2021年8月18日}, {@code 二〇二一年八月十八日}; spaces do not matter. */
final class Dates {
    /** A day, with groups {@code y}, {@code m} and {@code d}; the text must hold no spaces. */
    static final String DAY = "(?<y>(?:19|20)\\d{2}|[一二][〇○零O九八一二三四五六七]{3})年(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2})月"
            + "(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3})日";

    private static final Pattern WHOLE = Pattern.compile("[(（]?" + DAY + "[)）]?");

    private Dates() {}

    /** The day, when the text is one and nothing else. */
    static Optional<LocalDate> whole(String compact) {
        Matcher m = WHOLE.matcher(compact);
        return m.matches() ? day(m) : Optional.empty();
    }

    /** The day of a match with groups {@code y}, {@code m}, {@code d}; nothing when there is no such day (2月30日). */
    static Optional<LocalDate> day(Matcher match) {
        try {
            return Optional.of(LocalDate.of(
                    ChineseNumerals.value(match.group("y")),
                    ChineseNumerals.value(match.group("m")),
                    ChineseNumerals.value(match.group("d"))));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
