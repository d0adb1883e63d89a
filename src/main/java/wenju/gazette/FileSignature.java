package wenju.gazette;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import wenju.gazette.UnreadableGazetteException.Reason;

/** The first bytes that tell what a file is, whatever its name says. */
enum FileSignature {
    PDF("%PDF-"),
    ZIP("PK\3\4"),
    /** OLE2: Word up to 2003, and Word of today with a password. */
    OLE2("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1"),
    RTF("{\\rtf");

    /** Pictures and archives that people take for a gazette. */
    private static final List<String> PICTURES_AND_ARCHIVES = List.of(
            "\u0089PNG",
            "\u00FF\u00D8\u00FF",
            "GIF8",
            "BM",
            "II*\0",
            "MM\0*",
            "Rar!",
            "7z\u00BC\u00AF",
            "\u001F\u008B");

    /** PDF allows some rubbish before its signature; no one puts more than a few bytes. */
    private static final int SEARCHED = 64;

    private final byte[] bytes;

    FileSignature(String bytes) {
        this.bytes = bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    boolean begins(byte[] file) {
        if (this != PDF) {
            return beginsAt(file, bytes, 0);
        }
        for (int at = 0; at < SEARCHED; at++) {
            if (beginsAt(file, bytes, at)) {
                return true;
            }
        }
        return false;
    }

    /** Names a file that is well known and not read here, so that its owner knows what to do. */
    static void refuseOthers(byte[] file) throws UnreadableGazetteException {
        if (OLE2.begins(file)) {
            throw isEncryptedWord(file)
                    ? new UnreadableGazetteException(Reason.ENCRYPTED, "文件已加密，请先取消密码再导入")
                    : new UnreadableGazetteException(Reason.UNSUPPORTED, "是旧版 Office 文件（.doc），请另存为 .docx 再导入");
        }
        if (RTF.begins(file)) {
            throw new UnreadableGazetteException(Reason.UNSUPPORTED, "是 RTF 文件，请另存为 .docx 再导入");
        }
        for (String signature : PICTURES_AND_ARCHIVES) {
            // Two letters alone may begin a text as well; a picture has a zero among its first bytes.
            if (beginsAt(file, signature.getBytes(StandardCharsets.ISO_8859_1), 0)
                    && (signature.length() > 2 || holdsZero(file))) {
                throw new UnreadableGazetteException(Reason.BINARY, "是图片或压缩包，不是文字文件");
            }
        }
    }

    private static boolean isEncryptedWord(byte[] file) {
        try (var ole = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            return ole.getRoot().hasEntryCaseInsensitive("EncryptedPackage");
        } catch (IOException | RuntimeException damaged) {
            // POI throws what it likes on a torn container; either way it is no .docx that could be opened.
            return false;
        }
    }

    private static boolean holdsZero(byte[] file) {
        for (int i = 0; i < Math.min(file.length, SEARCHED); i++) {
            if (file[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsAt(byte[] file, byte[] signature, int at) {
        if (file.length < at + signature.length) {
            return false;
        }
        for (int i = 0; i < signature.length; i++) {
            if (file[at + i] != signature[i]) {
                return false;
            }
        }
        return true;
    }
}
