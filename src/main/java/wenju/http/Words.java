package wenju.http;

import static wenju.http.Html.all;
import static wenju.http.Html.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the pages say, in one language. Several files each, modules that export one object in strict JSON: {@code
 * web/texts/zh-CN.js} is read by the browser too, {@code pages-zh-CN.js} and {@code guide-zh-CN.js} beside it by the server alone,
 * {@code web/desk/texts/zh-CN.js} belongs to the desk. They are apart because nobody should load what no script of theirs says. What
 * problems are called stands in {@link ProblemType} in Chinese, which the API speaks, and in {@code web/texts/problems-en.js}.
 *
 * @param language for {@code lang}: {@code zh-CN}
 * @param texts by name; {@code {slot}} is filled where the text is used
 */
record Words(String language, Map<String, String> texts) {
    static final Words CHINESE =
            new Words("zh-CN", read("texts/zh-CN", "texts/pages-zh-CN", "texts/guide-zh-CN", "desk/texts/zh-CN"));
    static final Words ENGLISH = new Words("en", read("texts/en", "texts/pages-en", "texts/guide-en", "desk/texts/en"));

    private static final Map<String, String> ENGLISH_PROBLEMS = texts("texts/problems-en");

    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");

    public Words {
        texts = Map.copyOf(texts);
    }

    /**
     * The language that comes first in {@code Accept-Language}; Chinese unless the browser prefers English. Weights are passed
     * over: browsers list what they prefer first.
     */
    static Words preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage != null) {
            for (String range : acceptLanguage.toLowerCase(Locale.ROOT).split(",")) {
                if (range.strip().startsWith("zh")) {
                    return CHINESE;
                }
                if (range.strip().startsWith("en")) {
                    return ENGLISH;
                }
            }
        }
        return CHINESE;
    }

    /** A text without slots. @throws IllegalArgumentException when there is none of that name */
    String get(String name) {
        String found = texts.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no text " + name + " in " + language);
        }
        return found;
    }

    /** Texts that are numbered from 1: {@code name-1}, {@code name-2}… */
    List<String> list(String name) {
        return IntStream.iterate(1, i -> texts.containsKey(name + "-" + i), i -> i + 1)
                .mapToObj(i -> get(name + "-" + i))
                .toList();
    }

    /** A text with its one slot filled. */
    String get(String name, Object filling) {
        return SLOT.matcher(get(name)).replaceAll(Matcher.quoteReplacement(filling.toString()));
    }

    /** A text with a piece of page in its one slot. */
    Html around(String name, Html filling) {
        return around(name, slot -> filling);
    }

    /** A text with pieces of page in its slots. */
    Html around(String name, Map<String, Html> fillings) {
        return around(name, slot -> Objects.requireNonNull(fillings.get(slot), slot));
    }

    private Html around(String name, Function<String, Html> fillings) {
        String whole = get(name);
        var parts = new ArrayList<Html>();
        Matcher slot = SLOT.matcher(whole);
        int written = 0;
        while (slot.find()) {
            parts.add(text(whole.substring(written, slot.start())));
            parts.add(fillings.apply(slot.group(1)));
            written = slot.end();
        }
        parts.add(text(whole.substring(written)));
        return all(parts);
    }

    /** A date for people: {@code 2016年11月10日}. */
    String date(LocalDate date) {
        return get("date")
                .replace("{year}", Integer.toString(date.getYear()))
                .replace("{month}", Integer.toString(date.getMonthValue()))
                .replace("{day}", Integer.toString(date.getDayOfMonth()))
                .replace("{mm}", "%02d".formatted(date.getMonthValue()))
                .replace("{dd}", "%02d".formatted(date.getDayOfMonth()));
    }

    /** What a problem is called. */
    String title(ProblemType type) {
        return this == ENGLISH ? ENGLISH_PROBLEMS.getOrDefault(type.slug(), type.title()) : type.title();
    }

    /** What to do about a problem. */
    String advice(ProblemType type) {
        return this == ENGLISH ? ENGLISH_PROBLEMS.getOrDefault(type.slug() + "-advice", type.advice()) : type.advice();
    }

    /** The texts of several files of {@code web}, none twice. */
    private static Map<String, String> read(String... files) {
        var texts = new HashMap<String, String>();
        for (String file : files) {
            texts(file).forEach((name, text) -> {
                if (texts.put(name, text) != null) {
                    throw new IllegalStateException("two texts " + name + " in " + file);
                }
            });
        }
        return texts;
    }

    private static Map<String, String> texts(String file) {
        String name = "web/" + file + ".js";
        try (InputStream in = Words.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            String module = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Json.texts(module.substring(module.indexOf('{'), module.lastIndexOf('}') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
