package wenju.answer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import wenju.search.Analysis;

/**
 * Everyday words and what official texts say for them, in the format of Solr's synonym files:
 *
 * <pre>
 * 撵出来, 赶出来 => 解除合同, 腾退      one way: whoever says the left is looked for under the right as well
 * 人社局, 人力资源和社会保障局          both ways
 * # a comment
 * </pre>
 *
 * Immutable.
 */
final class Thesaurus {
    /** Knows nothing. */
    static final Thesaurus EMPTY = new Thesaurus(Map.of(), "none");

    private static final int MAX_PHRASE = 30;
    private static final int MAX_PHRASES = 20;

    private final Map<String, Set<String>> terms;
    private final String digest;

    /** What phrases begin with, up to the whole: most texts leave them after a character or two. */
    private final Set<String> beginnings = new HashSet<>();

    private Thesaurus(Map<String, Set<String>> terms, String digest) {
        this.terms = terms;
        this.digest = digest;
        for (String phrase : terms.keySet()) {
            for (int end = 1; end <= phrase.length(); end++) {
                beginnings.add(phrase.substring(0, end));
            }
        }
    }

    /**
     * Reads a thesaurus.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException naming file and line when a line is neither an entry nor a comment
     */
    static Thesaurus read(String text, String name) {
        Map<String, Set<String>> terms = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                add(line, name + ":" + number, terms);
            }
        }
        return new Thesaurus(terms, digest(text));
    }

    /**
     * With more entries.
     *
     * @param lines each as {@link #check} lets through
     */
    Thesaurus plus(List<String> lines) {
        if (lines.isEmpty()) {
            return this;
        }
        Map<String, Set<String>> more = new HashMap<>();
        terms.forEach((phrase, others) -> more.put(phrase, new LinkedHashSet<>(others)));
        lines.forEach(line -> add(line, line, more));
        return new Thesaurus(more, digest(digest + "\n" + String.join("\n", lines)));
    }

    /**
     * Whether a line can be added by people who do not see the whole file: an entry of phrases of 2 to {@value #MAX_PHRASE}
     * characters, at most {@value #MAX_PHRASES}.
     *
     * @throws IllegalArgumentException saying in Chinese what is wrong
     */
    static void check(String line) {
        if (line.lines().count() != 1 || line.startsWith("#")) {
            throw new IllegalArgumentException("应为一行");
        }
        List<String> sides = List.of(line.split("=>", -1));
        List<String> phrases = sides.stream()
                .flatMap(side -> Stream.of(side.split(",", -1)))
                .map(phrase -> Analysis.normal(phrase.strip()))
                .toList();
        if (sides.size() > 2 || sides.size() == 1 && phrases.size() < 2 || phrases.size() > MAX_PHRASES) {
            throw new IllegalArgumentException("应为“口语, 口语 => 文件用语, 文件用语”或“简称, 全称”，至多 " + MAX_PHRASES + " 个说法");
        }
        if (phrases.stream().anyMatch(phrase -> phrase.length() < 2 || phrase.length() > MAX_PHRASE)) {
            throw new IllegalArgumentException("每个说法应有 2 至 " + MAX_PHRASE + " 个字，以半角逗号分开");
        }
        read(line, line);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void add(String line, String where, Map<String, Set<String>> terms) {
        String[] sides = line.split("=>", -1);
        if (sides.length > 2) {
            throw new IllegalArgumentException(where + ": more than one “=>”");
        }
        List<String> left = phrases(sides[0], where);
        List<String> right = sides.length == 1 ? left : phrases(sides[1], where);
        for (String phrase : left) {
            Set<String> others = terms.computeIfAbsent(phrase, key -> new LinkedHashSet<>());
            right.stream().filter(other -> !other.equals(phrase)).forEach(others::add);
        }
    }

    private static List<String> phrases(String side, String where) {
        var phrases = new ArrayList<String>();
        for (String phrase : side.split(",", -1)) {
            if (phrase.isBlank()) {
                throw new IllegalArgumentException(where + ": an entry between two commas is blank");
            }
            phrases.add(Analysis.normal(phrase.strip()));
        }
        return phrases;
    }

    /**
     * What a text says in everyday words, each with the official terms for it, in the order of the text. Where one phrase
     * stands within another the longer one counts.
     */
    Map<String, Set<String>> in(String text) {
        String normal = Analysis.normal(text);
        Map<String, Set<String>> found = new LinkedHashMap<>();
        int covered = 0;
        for (int start = 0; start < normal.length(); start++) {
            int end = longest(normal, start);
            if (end > covered) {
                String phrase = normal.substring(start, end);
                found.put(phrase, terms.getOrDefault(phrase, Set.of()));
                covered = end;
            }
        }
        return found;
    }

    /** Where the longest phrase of two characters or more ends that begins here; 0 when none does. */
    private int longest(String normal, int start) {
        int longest = 0;
        for (int end = start + 1; end <= normal.length(); end++) {
            String text = normal.substring(start, end);
            if (!beginnings.contains(text)) {
                break;
            }
            if (end > start + 1 && terms.containsKey(text)) {
                longest = end;
            }
        }
        return longest;
    }

    /**
     * A text in {@linkplain Analysis#normal normal form} in which, of phrases that stand for each other both ways, always the same one
     * is said: {@code 人社局电话} and {@code 人力资源和社会保障局电话} become one.
     */
    String uniform(String text) {
        var uniform = new StringBuilder(Analysis.normal(text));
        int from = 0;
        for (String phrase : in(text).keySet()) {
            String same = same(phrase);
            int at = uniform.indexOf(phrase, from);
            if (at >= 0) {
                uniform.replace(at, at + phrase.length(), same);
                from = at + same.length();
            }
        }
        return uniform.toString();
    }

    private String same(String phrase) {
        return Stream.concat(
                        Stream.of(phrase),
                        terms.getOrDefault(phrase, Set.of()).stream()
                                .filter(other ->
                                        terms.getOrDefault(other, Set.of()).contains(phrase)))
                .min(Comparator.naturalOrder())
                .orElse(phrase);
    }

    /** Every phrase it knows, everyday and official. */
    Set<String> phrases() {
        Set<String> all = new LinkedHashSet<>(terms.keySet());
        terms.values().forEach(all::addAll);
        return all;
    }

    /** Tells two texts of a thesaurus apart; 16 hexadecimal digits. */
    String digest() {
        return digest;
    }

    /** Number of phrases it knows. */
    int size() {
        return terms.size();
    }
}
