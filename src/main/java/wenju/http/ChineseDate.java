package wenju.http;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Dates for people: {@code 2016年11月10日}. */
final class ChineseDate {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("y年M月d日");

    private ChineseDate() {}

    static String of(LocalDate date) {
        return FORMAT.format(date);
    }
}
