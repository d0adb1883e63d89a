package wenju.answer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wenju.notice.Passage;
import wenju.search.Analysis;
import wenju.search.Candidate;
import wenju.search.Units;

/** The eyes of one question: what it looks for, and what it has seen already. Not shared by threads. */
final class Look {
    /** 18年 is 2018; a bare 18 may be anything. */
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:(?:19|20)\\d\\d(?!\\d)|[012]\\d(?=年))");

    /** Units from which a passage is long: longer ones hold more words of any question. */
    private static final double LONG = 250;

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final Features features;
    private final Sought sought;
    private final Set<Kind> kinds;
    private final Set<String> years;
    private final Set<Integer> numbers = new LinkedHashSet<>();
    private final Map<String, Match> titleMatches = new HashMap<>();
    private final List<Map<String, Double>> phrases;
    private final Translations.Reader translations;

    Look(Inquiry inquiry, Sought sought, Features features) {
        this.features = features;
        this.sought = sought;
        String asked = Analysis.normal(inquiry.asked());
        kinds = Kind.askedBy(asked);
        translations = features.translations(inquiry.parts().stream()
                .flatMap(part -> part.terms().words().stream())
                .toList());
        phrases = features.officialTerms(inquiry);
        years = years(inquiry.asked());
        Matcher number = NUMBER.matcher(asked);
        while (number.find()) {
            numbers.add(Units.code(number.group()));
        }
    }

    /** The years that a question names, in four digits. */
    static Set<String> years(String asked) {
        var years = new LinkedHashSet<String>();
        Matcher year = YEAR.matcher(Analysis.normal(asked));
        while (year.find()) {
            years.add(year.group().length() == 2 ? "20" + year.group() : year.group());
        }
        return years;
    }

    /**
     * A candidate and how it matches.
     *
     * @param whole title, headings and text
     */
    record Seen(Candidate candidate, Reading reading, Features.Title title, Match whole) {}

    Seen at(Candidate candidate) {
        Reading reading = features.reading(candidate.passage());
        Features.Title title = features.title(candidate.head());
        Match whole = new Match(sought)
                .add(titleMatch(candidate, title))
                .add(reading.headings())
                .add(reading.text());
        return new Seen(candidate, reading, title, whole);
    }

    Values<Feature> features(Seen seen, double averageLength) {
        Values<Feature> values = Values.zeros(Feature.class);
        values.set(Feature.RETRIEVED, seen.candidate().score());
        addShares(seen, averageLength, values);
        addTerms(seen, values);
        Translations.Explained explained =
                translations.explain(seen.title().pairs(), seen.reading().pairs());
        values.set(Feature.TRANSLATED, explained.all());
        values.set(Feature.TRANSLATED_BEST, explained.best());
        addSurroundings(seen, values);
        addNumbers(seen, values);
        addKinds(seen, values);
        addForm(seen, values);
        return values;
    }

    private void addShares(Seen seen, double averageLength, Values<Feature> values) {
        Match whole = seen.whole();
        values.set(Feature.UNIT_SCORE, whole.unitScore(averageLength));
        values.set(Feature.PAIR_SCORE, whole.pairScore(averageLength));
        values.set(Feature.UNIT_SHARE, whole.unitShare());
        values.set(Feature.PAIR_SHARE, whole.pairShare());
        values.set(Feature.PRESENT_PAIRS, whole.presentPairShare());
        Match.Sentence best = Match.bestSentence(sought, seen.reading().text());
        values.set(Feature.SENTENCE_UNITS, best.units());
        values.set(Feature.SENTENCE_PAIRS, best.pairs());
    }

    private void addTerms(Seen seen, Values<Feature> values) {
        String title = seen.title().normal();
        double worth = 0;
        for (Map<String, Double> official : phrases) {
            double best = 0;
            for (var term : official.entrySet()) {
                boolean held = seen.reading().normal().contains(term.getKey()) || title.contains(term.getKey());
                best = held ? Math.max(best, term.getValue()) : best;
            }
            worth += best;
        }
        values.set(Feature.TERMS, worth);
    }

    private void addSurroundings(Seen seen, Values<Feature> values) {
        Match title = titleMatch(seen.candidate(), seen.title());
        values.set(Feature.TITLE_UNITS, title.unitShare());
        values.set(Feature.TITLE_PAIRS, title.pairShare());
    }

    private Match titleMatch(Candidate candidate, Features.Title title) {
        return titleMatches.computeIfAbsent(candidate.head().id(), id -> new Match(sought).add(title.units()));
    }

    private void addNumbers(Seen seen, Values<Feature> values) {
        Units text = seen.reading().text();
        values.set(
                Feature.NUMBERS,
                numbers.isEmpty()
                        ? 0
                        : (double) numbers.stream().filter(text::holds).count() / numbers.size());
        values.set(Feature.YEAR, year(seen));
    }

    private double year(Seen seen) {
        if (years.isEmpty()) {
            return 0;
        }
        boolean told = years.stream()
                .map(Units::code)
                .anyMatch(year -> seen.title().units().holds(year)
                        || seen.reading().headings().holds(year)
                        || seen.reading().text().holds(year));
        LocalDate issued = seen.candidate().head().issuedOn();
        boolean own = issued != null && years.contains(String.valueOf(issued.getYear()));
        return told ? 1 : own ? 0.5 : 0;
    }

    private void addKinds(Seen seen, Values<Feature> values) {
        long told = kinds.stream().filter(seen.reading().tells()::contains).count();
        values.set(Feature.KIND_TOLD, kinds.isEmpty() ? 0 : (double) told / kinds.size());
        values.set(Feature.KIND_MISSING, !kinds.isEmpty() && told == 0 ? 1.0 : 0);
    }

    private void addForm(Seen seen, Values<Feature> values) {
        Passage.Form form = seen.candidate().passage().form();
        boolean names = form == Passage.Form.ROW || form == Passage.Form.LIST;
        boolean asked = kinds.contains(Kind.LIST) || kinds.contains(Kind.BODY);
        values.set(Feature.OPENING, form == Passage.Form.OPENING ? 1.0 : 0);
        values.set(Feature.ROW, form == Passage.Form.ROW ? 1.0 : 0);
        values.set(Feature.LISTING, form == Passage.Form.LIST ? 1.0 : 0);
        values.set(Feature.LISTING_ASKED, names && asked ? 1.0 : 0);
        values.set(Feature.LENGTH, Math.max(0, Math.log(seen.reading().text().size() / LONG)));
    }
}
