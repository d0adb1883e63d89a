package wenju.answer;

/**
 * A typing error and what was searched instead: {@code 补帖 → 补贴, gongjijin → 公积金}.
 *
 * @param from as typed
 * @param to a word that the notices know
 */
public record Correction(String from, String to) {}
