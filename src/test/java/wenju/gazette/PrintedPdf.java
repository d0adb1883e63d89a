package wenju.gazette;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/**
 * Prints Chinese lines into a PDF. The font is named and not embedded, as in many PDFs of offices: a reader knows its
 * characters from the collection Adobe-GB1.
 */
final class PrintedPdf {
    static final int SIZE = 12;

    /** A line of print; measures in points from the upper left corner. */
    record Line(int x, int y, String text) {}

    private final PDDocument document = new PDDocument();

    PrintedPdf page(List<Line> lines) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        var resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, fonts());
        page.setResources(resources);
        var content = new StringBuilder("BT /F1 " + SIZE + " Tf\n");
        for (Line line : lines) {
            String hex = HexFormat.of().formatHex(line.text().getBytes(StandardCharsets.UTF_16BE));
            content.append(
                    "1 0 0 1 %d %d Tm <%s> Tj\n".formatted(line.x(), (int) PDRectangle.A4.getHeight() - line.y(), hex));
        }
        content.append("ET\n");
        var stream = new PDStream(document);
        try (var out = stream.createOutputStream()) {
            out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
        }
        page.setContents(stream);
        document.addPage(page);
        return this;
    }

    PrintedPdf locked(String password) throws IOException {
        document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        return this;
    }

    byte[] bytes() throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        document.close();
        return out.toByteArray();
    }

    private static COSDictionary fonts() {
        var system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "GB1");
        system.setInt(COSName.SUPPLEMENT, 4);
        var descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "STSong-Light");
        descriptor.setInt(COSName.FLAGS, 4);
        var cid = new COSDictionary();
        cid.setItem(COSName.TYPE, COSName.FONT);
        cid.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        cid.setName(COSName.BASE_FONT, "STSong-Light");
        cid.setItem(COSName.CIDSYSTEMINFO, system);
        cid.setItem(COSName.FONT_DESC, descriptor);
        cid.setItem(COSName.DW, COSInteger.get(1000));
        var descendants = new COSArray();
        descendants.add(cid);
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UTF16-H");
        font.setItem(COSName.ENCODING, COSName.getPDFName("UniGB-UTF16-H"));
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        var fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        return fonts;
    }
}
