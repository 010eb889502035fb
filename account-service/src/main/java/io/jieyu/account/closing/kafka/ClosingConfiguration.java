package io.jieyu.account.closing.kafka;

import io.jieyu.account.closing.CertifyCloses;
import io.jieyu.account.closing.CloseMessages;
import io.jieyu.account.closing.CloseMonths;
import io.jieyu.account.closing.Closings;
import io.jieyu.account.closing.TableYearEnds;
import io.jieyu.account.closing.YearEnds;
import io.jieyu.account.tables.PublishedTables;
import io.jieyu.codec.tlog.MalformedNote;
import io.jieyu.codec.tlog.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The use case with its ports. */
@EnableScheduling
@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

    @Bean
    YearEnds yearEnds(PublishedTables tables) {
        return new TableYearEnds(tables);
    }

    @Bean
    CloseMonths closeMonths(Closings closings, YearEnds yearEnds, CloseMessages messages) {
        return new CloseMonths(closings, yearEnds, messages);
    }

    /**
     * Signs with the key of the file.
     *
     * @param keyFile a private key as {@link NoteSigner} reads it; empty: nothing is signed
     */
    @Bean
    CertifyCloses certifyCloses(
            Closings closings,
            CloseMessages messages,
            @Value("${jieyu.certificates.key-file}") String keyFile) {
        return new CertifyCloses(
                closings, messages, keyFile.isEmpty() ? null : signer(Path.of(keyFile)));
    }

    private static NoteSigner signer(Path keyFile) {
        try {
            return NoteSigner.parse(Files.readString(keyFile).strip());
        } catch (IOException | MalformedNote e) {
            throw new IllegalStateException(
                    "jieyu.certificates.key-file: " + keyFile + ": " + e.getMessage(), e);
        }
    }
}
