package wenju.search;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.index.IndexCommit;

/**
 * What a commit of the index says of itself.
 *
 * @param revision of the store
 * @param version of fields, analysis and model of meaning; an index of another version is of no use
 */
record Commit(long revision, String version) {
    /** The version this program reads and writes. */
    static final String VERSION = fields() + "analysis " + Analysis.VERSION + ", meaning " + MeaningModel.version();

    /** Whether an index of this version has our fields, whatever its analysis. */
    static boolean isReadable(String version) {
        return version.startsWith(fields());
    }

    private static String fields() {
        return "fields " + Fields.VERSION + ", ";
    }

    static Commit at(long revision) {
        return new Commit(revision, VERSION);
    }

    /** An index that says nothing of itself is of no version. */
    static Commit of(IndexCommit commit) throws IOException {
        Map<String, String> data = commit.getUserData();
        return new Commit(Long.parseLong(data.getOrDefault("revision", "0")), data.getOrDefault("version", "none"));
    }

    Map<String, String> userData() {
        return Map.of("revision", Long.toString(revision), "version", version);
    }
}
