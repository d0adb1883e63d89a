package wenju.http;

import java.util.List;

/** Which words of a text tell most, beside what the notices say anyway. Blocks, and is called by several threads. */
@FunctionalInterface
public interface Telling {
    /** @return at most so many, the most telling first */
    List<String> words(String text, int most);
}
