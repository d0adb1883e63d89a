package wenju;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import wenju.gazette.GazetteReader;
import wenju.gazette.UnreadableGazetteException;
import wenju.notice.Notice;
import wenju.notice.Standing;
import wenju.search.IndexedNotice;
import wenju.search.LuceneIndex;
import wenju.search.PassageIndex;

/**
 * An index of a directory of gazettes for one piece of work, without a database; gone when the work is done. Notices are as
 * valid as they say themselves: what other notices do to them the store knows, and no measure of answers asks for it.
 */
final class ScratchIndex {
    private ScratchIndex() {}

    /** Does work with an index of all gazettes in a directory. */
    static <T> T of(Path gazettes, Function<PassageIndex, T> work) {
        return of(gazettes, LuceneIndex::open, work);
    }

    /** The same, for work that looks for words alone. */
    static <T> T ofWords(Path gazettes, Function<PassageIndex, T> work) {
        return of(gazettes, LuceneIndex::ofWords, work);
    }

    private static <T> T of(Path gazettes, Function<Path, LuceneIndex> opening, Function<PassageIndex, T> work) {
        try {
            Path directory = Files.createTempDirectory("wenju-index");
            try (var index = opening.apply(directory)) {
                index.apply(read(gazettes), List.of(), 1);
                return work.apply(index);
            } finally {
                delete(directory);
            }
        } catch (IOException | UnreadableGazetteException e) {
            throw new OperatorException("不能读取 " + gazettes + " 里的公报：" + e.getMessage(), e);
        }
    }

    private static List<IndexedNotice> read(Path gazettes) throws IOException, UnreadableGazetteException {
        var notices = new ArrayList<IndexedNotice>();
        for (Path path : GazetteFile.in(gazettes)) {
            GazetteFile file = GazetteFile.read(path);
            for (Notice notice : GazetteReader.read(file.text()).notices()) {
                notices.add(
                        new IndexedNotice(notice, new Standing(notice.effectiveOn(), notice.expiresOn(), List.of())));
            }
        }
        return notices;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
