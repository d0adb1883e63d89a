package wenju.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import javax.net.ssl.X509KeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Where the certificate lies that the service shows, and the key to it. Both are PEM and may be replaced while it runs.
 *
 * @param certificate of the service, followed by those that vouch for it
 * @param key of the first of them: RSA or EC, in PKCS#8 or its own form, without a password
 * @param pause after which they are read again
 */
public record TlsFiles(Path certificate, Path key, Duration pause) {

    /** Read again every minute. */
    public TlsFiles(Path certificate, Path key) {
        this(certificate, key, Duration.ofMinutes(1));
    }

    /** The files cannot be used. The message is Chinese and names what is wrong with which file. */
    public static final class UnusableException extends Exception {
        private final boolean ofKey;

        UnusableException(boolean ofKey, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.ofKey = ofKey;
        }

        /** Whether the key is to blame rather than the certificate. */
        public boolean ofKey() {
            return ofKey;
        }
    }

    /**
     * What the files hold now, tried; blocks.
     *
     * @throws UnusableException when one cannot be read or they do not belong together
     */
    PemKeyCertOptions read(Vertx vertx) throws UnusableException {
        byte[] shown = bytes(certificate, false);
        PublicKey open = publicKey(shown);
        var both =
                new PemKeyCertOptions().setCertValue(Buffer.buffer(shown)).setKeyValue(Buffer.buffer(bytes(key, true)));
        if (!belongTogether(open, privateKey(both, vertx))) {
            throw new UnusableException(true, key + " 不是 " + certificate + " 中第一张证书的私钥", null);
        }
        return both;
    }

    private static byte[] bytes(Path file, boolean ofKey) throws UnusableException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableException(ofKey, "不能读取 " + file, e);
        }
    }

    private PublicKey publicKey(byte[] shown) throws UnusableException {
        String wrong = certificate + " 中没有 PEM 格式的证书";
        try {
            Collection<? extends Certificate> chain =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(shown));
            if (chain.isEmpty()) {
                throw new UnusableException(false, wrong, null);
            }
            return chain.iterator().next().getPublicKey();
        } catch (CertificateException e) {
            throw new UnusableException(false, wrong, e);
        }
    }

    /** Vert.x knows the forms that a key may have; what it says when it finds none of them is not for operators. */
    private PrivateKey privateKey(PemKeyCertOptions both, Vertx vertx) throws UnusableException {
        try {
            var manager = (X509KeyManager) both.getKeyManagerFactory(vertx).getKeyManagers()[0];
            return manager.getPrivateKey(both.loadKeyStore(vertx).aliases().nextElement());
        } catch (Exception e) {
            throw new UnusableException(true, key + " 中没有与 " + certificate + " 相配的 RSA 或 EC 私钥（PEM 格式，不带口令）", e);
        }
    }

    /** What the key signs, the certificate must confirm. */
    private boolean belongTogether(PublicKey open, PrivateKey secret) throws UnusableException {
        try {
            Signature signature =
                    Signature.getInstance(open.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(secret);
            signature.update(secret.getAlgorithm().getBytes());
            byte[] signed = signature.sign();
            signature.initVerify(open);
            signature.update(secret.getAlgorithm().getBytes());
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            throw new UnusableException(true, key + " 与 " + certificate + " 不能一起使用", e);
        }
    }
}
