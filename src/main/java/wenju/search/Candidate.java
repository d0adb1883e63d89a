package wenju.search;

import wenju.notice.Passage;

/**
 * A passage that the index found.
 *
 * @param passage the whole passage
 * @param head the notice it belongs to
 * @param score at least 0, higher is better; comparable only within one search
 */
public record Candidate(Passage passage, IndexedNotice.Head head, double score) {}
