package wenju.http;

import java.util.List;
import wenju.search.Candidate;
import wenju.search.PassageQuery;

/** Finds passages without deciding whether they answer; {@link wenju.search.PassageIndex#search} is one. Blocks. */
@FunctionalInterface
public interface Searching {
    List<Candidate> search(PassageQuery query);
}
