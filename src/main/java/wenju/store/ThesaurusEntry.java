package wenju.store;

import java.time.Instant;

/**
 * What staff added to the thesaurus.
 *
 * @param id public: {@code t1a2b3c4d5e6f}
 * @param line as in the thesaurus file: {@code 撵出来, 赶出来 => 解除合同, 腾退}
 * @param addedBy name of the account
 * @param version grows with every change, see {@link StaleException}
 */
public record ThesaurusEntry(String id, String line, String addedBy, Instant addedAt, boolean withdrawn, int version) {}
