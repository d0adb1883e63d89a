package wenju.answer;

import java.util.List;
import java.util.function.Supplier;

/** A thesaurus with what staff added to it, both as they stand at the moment. Safe for use by several threads. */
final class StaffThesaurus implements Supplier<Thesaurus> {
    private final Supplier<Thesaurus> base;
    private final Supplier<List<String>> entries;
    private volatile State state = new State(Thesaurus.EMPTY, List.of(), Thesaurus.EMPTY);

    private record State(Thesaurus base, List<String> entries, Thesaurus whole) {}

    /** @param entries the same list until it changes; must not block */
    StaffThesaurus(Supplier<Thesaurus> base, Supplier<List<String>> entries) {
        this.base = base;
        this.entries = entries;
    }

    @Override
    public Thesaurus get() {
        State last = state;
        Thesaurus file = base.get();
        List<String> lines = entries.get();
        if (last.base() == file && last.entries() == lines) {
            return last.whole();
        }
        Thesaurus whole = file.plus(lines);
        state = new State(file, lines, whole);
        return whole;
    }
}
