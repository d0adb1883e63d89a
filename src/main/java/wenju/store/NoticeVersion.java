package wenju.store;

import java.time.OffsetDateTime;
import wenju.notice.Notice;

/**
 * A text that is no longer the notice's.
 *
 * @param notice as it was, with its passages
 * @param from revision that wrote it
 * @param until revision that put another in its place or removed it; at this one it no longer held
 * @param replacedAt when that happened
 */
public record NoticeVersion(Notice notice, long from, long until, OffsetDateTime replacedAt) {}
