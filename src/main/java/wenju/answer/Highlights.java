package wenju.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the answering words in a clause: the amount or term when that is asked, otherwise the sentence. Stateless. */
final class Highlights {
    /** A sentence this near to the best one answers as well. */
    private static final double NEAR = 0.85;

    /** Added to a sentence's length, or the shortest heading would always win. */
    private static final int LENGTH_BIAS = 20;

    private static final Pattern ASKS_AMOUNT =
            Pattern.compile("多少|几|多久|多长|多大|多高|期限|时限|时间|什么时候|啥时候|何时|金额|标准|额度|比例|年限|罚款|最高|最低|最多|最少|上限|下限");
    private static final Pattern AMOUNT = Pattern.compile(
            "(?:\\d[\\d,]*(?:\\.\\d+)?|[一二两三四五六七八九十百千]+)\\s*(?:[百千万亿]*元|个?工作日|个月|小时|分钟|[年月日天周]|%|％|个百分点|倍|万?平方米|公里|米|吨|万?户|万?人|周岁|次|部|台|辆|件|家|所|个)"
                    + "(?:以上|以下|以内|之内|内)?|百分之[一二三四五六七八九十百]+");

    private static final Pattern ITEM = Pattern.compile("[（(]?[一二三四五六七八九十\\d]{1,3}[）)、.．]");

    private Highlights() {}

    /** The answering words of {@code text} between two offsets, in order, never overlapping, at least one. */
    static List<Excerpt.Highlight> of(String text, int from, int to, Inquiry inquiry, Weights weights) {
        List<Excerpt.Highlight> sentences = Sentences.of(text, from, to);
        if (ASKS_AMOUNT.matcher(inquiry.asked()).find()) {
            List<Excerpt.Highlight> telling = sentences.stream()
                    .filter(sentence -> !amounts(text, sentence).isEmpty())
                    .toList();
            List<Excerpt.Highlight> best = best(text, telling, weights);
            if (!best.isEmpty()) {
                return best.stream()
                        .flatMap(sentence -> amounts(text, sentence).stream())
                        .toList();
            }
        }
        return withItems(text, sentences, best(text, sentences, weights));
    }

    /** A sentence that opens a list answers with all of the list. */
    private static List<Excerpt.Highlight> withItems(
            String text, List<Excerpt.Highlight> sentences, List<Excerpt.Highlight> best) {
        var all = new ArrayList<Excerpt.Highlight>();
        boolean listing = false;
        for (Excerpt.Highlight sentence : sentences) {
            String words = text.substring(sentence.start(), sentence.end());
            boolean item = ITEM.matcher(words).lookingAt();
            boolean newLine = sentence.start() > 0 && text.charAt(sentence.start() - 1) == '\n';
            listing &= item || !newLine;
            if (listing || best.contains(sentence)) {
                all.add(sentence);
            }
            listing |= best.contains(sentence) && !item && (words.endsWith("：") || words.endsWith(":"));
        }
        return all;
    }

    private static List<Excerpt.Highlight> best(String text, List<Excerpt.Highlight> sentences, Weights weights) {
        var worths = new ArrayList<Double>();
        double best = 0;
        for (Excerpt.Highlight sentence : sentences) {
            String words = text.substring(sentence.start(), sentence.end());
            double worth = weights.worth(words) / Math.sqrt(words.length() + LENGTH_BIAS);
            worths.add(worth);
            best = Math.max(best, worth);
        }
        var near = new ArrayList<Excerpt.Highlight>();
        for (int i = 0; i < sentences.size(); i++) {
            if (worths.get(i) >= NEAR * best) {
                near.add(sentences.get(i));
            }
        }
        return near;
    }

    /** Every amount and term that a text names, as written. */
    static Set<String> amounts(String text) {
        return AMOUNT.matcher(text).results().map(MatchResult::group).collect(Collectors.toUnmodifiableSet());
    }

    private static List<Excerpt.Highlight> amounts(String text, Excerpt.Highlight sentence) {
        var amounts = new ArrayList<Excerpt.Highlight>();
        Matcher amount = AMOUNT.matcher(text).region(sentence.start(), sentence.end());
        while (amount.find()) {
            amounts.add(new Excerpt.Highlight(amount.start(), amount.end()));
        }
        return amounts;
    }
}
