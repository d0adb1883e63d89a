package wenju.answer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wenju.notice.Passage;
import wenju.search.Candidate;
import wenju.search.Filters;
import wenju.search.PassageIndex;
import wenju.search.PassageQuery;
import wenju.search.Vocabulary;

/**
 * Mends typing errors by the words that the notices know:
 *
 * <pre>
 * a character that sounds like the right one     补帖 → 补贴, 居住正 → 居住证
 * one that is there twice                        电梯维维保 → 电梯维保
 * one that is missing within a long word         营执照 → 营业执照
 * letters                                        dianti weibao → 电梯维保
 * </pre>
 *
 * Most everyday words stand in no notice, so this is careful rather than thorough: what may be a word of its own is left as
 * it is. Safe for use by several threads.
 */
final class Spelling {
    private static final Pattern CHARACTERS = Pattern.compile("(?<![A-Za-z0-9])\\p{IsHan}{2,}");

    private static final Pattern LETTERS =
            Pattern.compile("(?<![A-Za-z0-9])[A-Za-z]{2,}(?:[ '][A-Za-z]+)*(?![A-Za-z0-9])");

    /** Clauses that may show that a word was meant. */
    private static final int LOOKED_AT = 3;

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    /** What sounds exactly so, then the longest, then the most frequent. */
    private static final Comparator<Typed.Change> BEST_FIRST = Comparator.comparing(Typed.Change::sounds)
            .thenComparing(Typed.Change::length)
            .thenComparing(Typed.Change::frequency)
            .reversed()
            .thenComparing(Typed.Change::start)
            .thenComparing(Typed.Change::to);

    private final PassageIndex index;
    private final Translations translations;
    private final Pinyin pinyin = Pinyin.shipped();
    private volatile @Nullable KnownWords words;

    Spelling(PassageIndex index, Translations translations) {
        this.index = index;
        this.translations = translations;
    }

    /** A text and what was mended in it, in order. */
    record Corrected(String text, List<Correction> corrections) {
        Corrected {
            corrections = List.copyOf(corrections);
        }
    }

    /** Mends a text that was cleaned; gives it back as it is when nothing seems wrong. */
    Corrected correct(String clean, Thesaurus thesaurus) {
        KnownWords known = words(thesaurus);
        var letters = new ArrayList<Correction>();
        String spelled = mended(LETTERS, clean, run -> letters(run, known), letters);
        var guessed = new ArrayList<Correction>();
        String guess = mended(CHARACTERS, spelled, run -> characters(run, known), guessed);
        if (guessed.isEmpty()) {
            return new Corrected(spelled, letters);
        }
        Set<String> served = served(guess, guessed, thesaurus);
        String text = mended(
                CHARACTERS,
                spelled,
                run -> characters(run, known).stream()
                        .filter(change -> served.contains(change.to()))
                        .toList(),
                letters);
        return new Corrected(text, letters);
    }

    /**
     * The words that explain the question better: one of the first clauses that are then found has it, or says it
     * officially. What was typed may be right and merely unknown here, and then its namesake leads nowhere.
     */
    private Set<String> served(String guess, List<Correction> guessed, Thesaurus thesaurus) {
        var question = new PassageQuery.Part(Wording.content(guess), 1);
        List<Candidate> found = index.search(new PassageQuery(List.of(question), Filters.NONE, LOOKED_AT));
        return guessed.stream()
                .map(Correction::to)
                .filter(word -> found.stream().anyMatch(candidate -> says(candidate, word, thesaurus)))
                .collect(Collectors.toSet());
    }

    private static boolean says(Candidate candidate, String word, Thesaurus thesaurus) {
        Passage passage = candidate.passage();
        String text = candidate.head().title() + passage.headings() + passage.leadIn() + passage.text();
        return text.contains(word)
                || thesaurus.in(word).values().stream().flatMap(Set::stream).anyMatch(text::contains);
    }

    /** Two threads may both make them anew, which does no harm: they come out the same. */
    private KnownWords words(Thesaurus thesaurus) {
        Vocabulary vocabulary = index.vocabulary();
        KnownWords known = words;
        if (known == null || !known.areOf(vocabulary, thesaurus)) {
            known = new KnownWords(vocabulary, thesaurus, pinyin, Typed.USUAL);
            words = known;
        }
        return known;
    }

    private static String mended(
            Pattern runs, String text, Function<String, List<Typed.Change>> mending, List<Correction> corrections) {
        var mended = new StringBuilder();
        int end = 0;
        Matcher run = runs.matcher(text);
        while (run.find()) {
            for (Typed.Change change : compatible(mending.apply(run.group()))) {
                int start = run.start() + change.start();
                mended.append(text, end, start).append(change.to());
                end = run.start() + change.end();
                corrections.add(new Correction(text.substring(start, end), change.to()));
            }
        }
        return mended.append(text.substring(end)).toString();
    }

    /** The best of those that overlap, in the order of the text. */
    private static List<Typed.Change> compatible(List<Typed.Change> changes) {
        var taken = new ArrayList<Typed.Change>();
        for (Typed.Change change : changes.stream().sorted(BEST_FIRST).toList()) {
            if (taken.stream().noneMatch(change::overlaps)) {
                taken.add(change);
            }
        }
        taken.sort(Comparator.comparing(Typed.Change::start));
        return taken;
    }

    /** Pinyin, as much of it at a time as can be; the rest are abbreviations or words of another language. */
    private List<Typed.Change> letters(String run, KnownWords known) {
        List<MatchResult> parts = WORD.matcher(run).results().toList();
        var changes = new ArrayList<Typed.Change>();
        int from = 0;
        while (from < parts.size()) {
            int to = parts.size();
            Optional<Typed.Change> change = pinyin(parts.subList(from, to), known);
            while (change.isEmpty() && to > from + 1) {
                to--;
                change = pinyin(parts.subList(from, to), known);
            }
            change.ifPresent(changes::add);
            from = change.isPresent() ? to : from + 1;
        }
        return changes;
    }

    private Optional<Typed.Change> pinyin(List<MatchResult> parts, KnownWords known) {
        List<String> typed = parts.stream()
                .map(part -> part.group().toLowerCase(Locale.ROOT))
                .toList();
        boolean unknown = index.frequencies(typed).values().stream().allMatch(frequency -> frequency == 0);
        int start = parts.getFirst().start();
        int end = parts.getLast().end();
        return unknown
                ? PinyinReading.of(String.join("", typed), known, pinyin)
                        .map(to -> new Typed.Change(start, end, to, true, 0))
                : Optional.empty();
    }

    private List<Typed.Change> characters(String run, KnownWords known) {
        return new Typed(run, known, pinyin, this::isKnownPair).changes();
    }

    private boolean isKnownPair(String pair) {
        return index.frequencies(List.of(pair)).get(pair) > 0 || translations.hold(pair);
    }
}
