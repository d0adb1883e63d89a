package wenju.search;

import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.DocumentNumber;
import wenju.notice.Locator;

/**
 * Document and article numbers, in the spelling in which the index holds them as keywords.
 *
 * <pre>
 * 221号令第十八条         documents 令221号           places 第18条
 * 郑政办〔2021〕45号附件2  documents 郑政办202145号 …   places 附件2
 * </pre>
 *
 * @param documents keys that may name a notice: where the code begins in running text is not marked, so every possible
 *     beginning is listed (政办202145号 too); only the true one is found
 * @param places articles, chapters, sections and attachments named
 */
public record Identifiers(SequencedSet<String> documents, SequencedSet<String> places) {
    private static final Pattern ORDINARY =
            Pattern.compile("(?<code>\\p{IsHan}{0,12})[〔\\[(【](?<year>(?:19|20)\\d\\d)[〕\\])】]第?0*(?<serial>\\d{1,5})号"
                    + "|(?<code2>\\p{IsHan}{1,12})(?<year2>(?:19|20)\\d\\d)年?第?0*(?<serial2>\\d{1,5})号");
    private static final Pattern DECREE = Pattern.compile(
            "(?<issuer>\\p{IsHan}{0,20})令\\(?第?0*(?<serial>\\d{1,4})号|(?<!\\d)0*(?<serial2>\\d{1,4})号令");
    private static final Pattern PLACE = Pattern.compile("第\\d{1,4}[章节条](?:之\\d)?|附件\\d{0,2}");

    /** Every number and every place has one of these; most questions have none. */
    private static final String MARKS = "号第附";

    /** What a question names. */
    public static Identifiers of(String question) {
        String normal = Analysis.normal(question);
        var documents = new LinkedHashSet<String>();
        if (MARKS.chars().noneMatch(mark -> normal.indexOf(mark) >= 0)) {
            return new Identifiers(documents, new LinkedHashSet<>());
        }
        String text = Numerals.ordinals(normal).replaceAll("\\s", "");
        Matcher ordinary = ORDINARY.matcher(text);
        while (ordinary.find()) {
            boolean bracketed = ordinary.group("year") != null;
            String number = ordinary.group(bracketed ? "year" : "year2")
                    + ordinary.group(bracketed ? "serial" : "serial2")
                    + "号";
            addEndings(ordinary.group(bracketed ? "code" : "code2"), number, documents);
            if (bracketed && ordinary.group("code").isEmpty()) {
                documents.add(number);
            }
        }
        Matcher decree = DECREE.matcher(text);
        while (decree.find()) {
            boolean before = decree.group("serial") != null;
            String number = "令" + decree.group(before ? "serial" : "serial2") + "号";
            boolean named = before && decree.group("issuer").length() > 1;
            if (named) {
                addEndings(decree.group("issuer"), number, documents);
            }
            documents.add(number);
        }
        return new Identifiers(documents, placesIn(text));
    }

    /** The keys under which a notice is found: its number's key, and the number without the issuer or its code. */
    public static SequencedSet<String> keys(DocumentNumber number) {
        String key = number.key();
        var keys = new LinkedHashSet<String>();
        keys.add(key);
        keys.add(key.replaceFirst("^.*?(?=令\\d+号$)", "").replaceFirst("^\\D+(?=\\d{5,9}号$)", ""));
        return keys;
    }

    /** The places that a locator names. */
    public static SequencedSet<String> places(Locator locator) {
        return placesIn(Numerals.ordinals(Analysis.normal(String.join(" ", locator.parts()))));
    }

    private static SequencedSet<String> placesIn(String text) {
        var places = new LinkedHashSet<String>();
        Matcher place = PLACE.matcher(text);
        while (place.find()) {
            places.add(place.group());
        }
        return places;
    }

    private static void addEndings(String code, String number, SequencedSet<String> keys) {
        for (int start = 0; start < code.length(); start++) {
            keys.add(code.substring(start) + number);
        }
    }
}
