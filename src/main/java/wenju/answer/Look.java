package wenju.answer;

import java.time.LocalDate;
import java.util.EnumMap;
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

    Look(Inquiry inquiry, Weights weights, Features features) {
        this.features = features;
        this.sought = new Sought(inquiry, weights);
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
    record Seen(Candidate candidate, Reading reading, Units title, Match whole) {}

    Seen at(Candidate candidate) {
        Reading reading = features.reading(candidate.passage());
        Units title = features.title(candidate.head()).units();
        Match whole = new Match(sought)
                .add(titleMatch(candidate, title))
                .add(reading.headings())
                .add(reading.text());
        return new Seen(candidate, reading, title, whole);
    }

    Map<Feature, Double> features(Seen seen, double averageLength) {
        var values = new EnumMap<Feature, Double>(Feature.class);
        values.put(Feature.RETRIEVED, seen.candidate().score());
        values.put(Feature.MEANING, 0.0);
        addShares(seen, averageLength, values);
        addTerms(seen, values);
        Translations.Explained explained = translations.explain(
                List.of(seen.title(), seen.reading().headings(), seen.reading().text()));
        values.put(Feature.TRANSLATED, explained.all());
        values.put(Feature.TRANSLATED_BEST, explained.best());
        addSurroundings(seen, values);
        addNumbers(seen, values);
        addKinds(seen, values);
        addForm(seen, values);
        return values;
    }

    private void addShares(Seen seen, double averageLength, Map<Feature, Double> values) {
        Match whole = seen.whole();
        values.put(Feature.UNIT_SCORE, whole.unitScore(averageLength));
        values.put(Feature.PAIR_SCORE, whole.pairScore(averageLength));
        values.put(Feature.UNIT_SHARE, whole.unitShare());
        values.put(Feature.PAIR_SHARE, whole.pairShare());
        values.put(Feature.PRESENT_PAIRS, whole.presentPairShare());
        Match best = Match.bestSentence(sought, seen.reading().text());
        values.put(Feature.SENTENCE_UNITS, best.unitShare());
        values.put(Feature.SENTENCE_PAIRS, best.pairShare());
    }

    private void addTerms(Seen seen, Map<Feature, Double> values) {
        String title = features.title(seen.candidate().head()).normal();
        double worth = 0;
        for (Map<String, Double> official : phrases) {
            double best = 0;
            for (var term : official.entrySet()) {
                boolean held = seen.reading().normal().contains(term.getKey()) || title.contains(term.getKey());
                best = held ? Math.max(best, term.getValue()) : best;
            }
            worth += best;
        }
        values.put(Feature.TERMS, worth);
    }

    private void addSurroundings(Seen seen, Map<Feature, Double> values) {
        Match title = titleMatch(seen.candidate(), seen.title());
        values.put(Feature.TITLE_UNITS, title.unitShare());
        values.put(Feature.TITLE_PAIRS, title.pairShare());
    }

    private Match titleMatch(Candidate candidate, Units title) {
        return titleMatches.computeIfAbsent(candidate.head().id(), id -> new Match(sought).add(title));
    }

    private void addNumbers(Seen seen, Map<Feature, Double> values) {
        Units text = seen.reading().text();
        values.put(
                Feature.NUMBERS,
                numbers.isEmpty()
                        ? 0
                        : (double) numbers.stream().filter(text::holds).count() / numbers.size());
        values.put(Feature.YEAR, year(seen));
    }

    private double year(Seen seen) {
        if (years.isEmpty()) {
            return 0;
        }
        boolean told = years.stream()
                .map(Units::code)
                .anyMatch(year -> seen.title().holds(year)
                        || seen.reading().headings().holds(year)
                        || seen.reading().text().holds(year));
        LocalDate issued = seen.candidate().head().issuedOn();
        boolean own = issued != null && years.contains(String.valueOf(issued.getYear()));
        return told ? 1 : own ? 0.5 : 0;
    }

    private void addKinds(Seen seen, Map<Feature, Double> values) {
        long told = kinds.stream().filter(seen.reading().tells()::contains).count();
        values.put(Feature.KIND_TOLD, kinds.isEmpty() ? 0 : (double) told / kinds.size());
        values.put(Feature.KIND_MISSING, !kinds.isEmpty() && told == 0 ? 1.0 : 0);
    }

    private void addForm(Seen seen, Map<Feature, Double> values) {
        Passage.Form form = seen.candidate().passage().form();
        boolean names = form == Passage.Form.ROW || form == Passage.Form.LIST;
        boolean asked = kinds.contains(Kind.LIST) || kinds.contains(Kind.BODY);
        values.put(Feature.OPENING, form == Passage.Form.OPENING ? 1.0 : 0);
        values.put(Feature.ROW, form == Passage.Form.ROW ? 1.0 : 0);
        values.put(Feature.LISTING, form == Passage.Form.LIST ? 1.0 : 0);
        values.put(Feature.LISTING_ASKED, names && asked ? 1.0 : 0);
        values.put(Feature.LENGTH, Math.max(0, Math.log(seen.reading().text().size() / LONG)));
    }
}
