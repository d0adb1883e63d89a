package wenju.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.search.Analysis;
import wenju.search.Units;

/**
 * A sentence of a text, taken apart; depends on no question.
 *
 * @param place where it stands in the text, without the blanks around it
 * @param units what it says
 * @param amounts where amounts and terms stand in the text, in order
 * @param item whether it begins with the number of an item
 * @param opensLine whether a line end stands before it
 * @param opensList whether it ends with a colon
 */
record Sentence(
        Excerpt.Highlight place,
        Units units,
        List<Excerpt.Highlight> amounts,
        boolean item,
        boolean opensLine,
        boolean opensList) {
    private static final String ENDS = "。！？；!?;\n";

    private static final Pattern AMOUNT = Pattern.compile(
            "(?:\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千]+)\\s*(?:[百千万亿]*元|个?工作日|个月|小时|分钟|[年月日天周]|%|％|个百分点|倍|万?平方米|公里|米|吨|万?户|万?人|周岁|次|部|台|辆|件|家|所|个)"
                    + "(?:以上|以下|以内|之内|内)?|百分之[一二三四五六七八九十百]+");

    private static final Pattern ITEM = Pattern.compile("[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]");

    Sentence {
        amounts = List.copyOf(amounts);
    }

    /** The sentences of a text, in order; blank ones are left out. */
    static List<Sentence> of(String text) {
        return places(text).stream().map(place -> of(text, place)).toList();
    }

    /** Where they stand. A semicolon and a line end close a sentence as well, since items of a list are answers of their own. */
    private static List<Excerpt.Highlight> places(String text) {
        var places = new ArrayList<Excerpt.Highlight>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (ENDS.indexOf(text.charAt(i)) >= 0 || i == text.length() - 1) {
                add(text, start, i + 1, places);
                start = i + 1;
            }
        }
        return places;
    }

    private static void add(String text, int start, int end, List<Excerpt.Highlight> places) {
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            places.add(new Excerpt.Highlight(start, end));
        }
    }

    private static Sentence of(String text, Excerpt.Highlight place) {
        String words = text.substring(place.start(), place.end());
        var amounts = new ArrayList<Excerpt.Highlight>();
        Matcher amount = amountsIn(words);
        while (amount.find()) {
            amounts.add(new Excerpt.Highlight(place.start() + amount.start(), place.start() + amount.end()));
        }
        return new Sentence(
                place,
                Analysis.units(words),
                amounts,
                ITEM.matcher(words).lookingAt(),
                place.start() > 0 && text.charAt(place.start() - 1) == '\n',
                words.endsWith("：") || words.endsWith(":"));
    }

    /** Finds every amount and term that a text names, as written. */
    static Matcher amountsIn(String text) {
        return AMOUNT.matcher(text);
    }

    int length() {
        return place.end() - place.start();
    }
}
