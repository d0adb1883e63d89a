package wenju.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds the answering words in a clause: the amount or term when that is asked, otherwise the sentence. Belongs to one question. */
final class Highlights {
    /** A sentence this near to the best one answers as well. */
    private static final double NEAR = 0.85;

    /** Added to a sentence's length, or the shortest heading would always win. */
    private static final int LENGTH_BIAS = 20;

    private static final Pattern ASKS_AMOUNT =
            Pattern.compile("多少|几|多久|多长|多大|多高|期限|时限|时间|什么时候|啥时候|何时|金额|标准|额度|比例|年限|罚款|最高|最低|最多|最少|上限|下限");

    private final Sought sought;
    private final boolean asksAmount;

    Highlights(Inquiry inquiry, Sought sought) {
        this.sought = sought;
        this.asksAmount = ASKS_AMOUNT.matcher(inquiry.asked()).find();
    }

    /** The answering words of a text, in order, never overlapping, at least one; where they stand in it. */
    List<Excerpt.Highlight> in(List<Sentence> sentences) {
        if (asksAmount) {
            List<Sentence> telling = sentences.stream()
                    .filter(sentence -> !sentence.amounts().isEmpty())
                    .toList();
            if (!telling.isEmpty()) {
                return best(telling).stream()
                        .flatMap(sentence -> sentence.amounts().stream())
                        .toList();
            }
        }
        return withItems(sentences, best(sentences));
    }

    /** A sentence that opens a list answers with all of the list. */
    private static List<Excerpt.Highlight> withItems(List<Sentence> sentences, List<Sentence> best) {
        var all = new ArrayList<Excerpt.Highlight>();
        boolean listing = false;
        for (Sentence sentence : sentences) {
            boolean answers = best.contains(sentence);
            listing &= sentence.item() || !sentence.opensLine();
            if (listing || answers) {
                all.add(sentence.place());
            }
            listing |= answers && !sentence.item() && sentence.opensList();
        }
        return all;
    }

    private List<Sentence> best(List<Sentence> sentences) {
        double[] worths = sentences.stream().mapToDouble(this::worth).toArray();
        double best = 0;
        for (double worth : worths) {
            best = Math.max(best, worth);
        }
        var near = new ArrayList<Sentence>();
        for (int i = 0; i < worths.length; i++) {
            if (worths[i] >= NEAR * best) {
                near.add(sentences.get(i));
            }
        }
        return near;
    }

    private double worth(Sentence sentence) {
        return new Match(sought).add(sentence.units()).worth() / Math.sqrt(sentence.length() + LENGTH_BIAS);
    }
}
