package wenju.search;

import wenju.notice.Passage;

/**
 * A passage that the index found.
 *
 * @param passage the whole passage
 * @param head the notice it belongs to
 * @param score at least 0, higher is better; comparable only within one search
 * @param likeness how alike what was asked and the passage are in meaning: the cosine of the angle between them, 1 for the
 *     same, about 0.3 for what has nothing in common; 0 where it was not asked for or cannot be told
 */
public record Candidate(Passage passage, IndexedNotice.Head head, double score, double likeness) {}
