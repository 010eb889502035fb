package io.jieyu.codec.tlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jieyu.ledger.Hash;
import io.jieyu.ledger.sealing.InclusionPath;
import io.jieyu.ledger.sealing.TreeHash;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notes, checkpoints and proofs; each against golden files and a second implementation. */
class TlogTest {

    /** A key that everybody may know: of the seed 0, 1, 2, … 31. */
    private static NoteSigner known() {
        return NoteSigner.generate("jieyu.example/golden", new Counting());
    }

    private static final class Counting extends SecureRandom {

        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) i;
            }
        }
    }

    private static List<byte[]> leaves(int count) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            leaves.add(
                    ("110000-P" + i + " 3 " + Hash.of("h" + i) + " 100 0 0 0 0").getBytes(UTF_8));
        }
        return leaves;
    }

    private static TlogProof proof(NoteSigner signer, List<byte[]> leaves, int wanted) {
        var tree = new TreeHash();
        var path = new InclusionPath();
        for (int i = 0; i < leaves.size(); i++) {
            Hash leaf = TreeHash.leaf(leaves.get(i));
            tree.add(leaf);
            path.add(leaf, i == wanted);
        }
        var checkpoint =
                new Checkpoint(signer.key().name() + "/110000/2025-12/3", tree.size(), tree.root());
        return new TlogProof(
                new String(leaves.get(wanted), UTF_8),
                path.index().orElseThrow(),
                path.hashes(),
                signer.sign(checkpoint.text()));
    }

    @Test
    void writesTheGoldenFileAgain() throws Exception {
        String golden = golden("person.tlog-proof");
        assertThat(proof(known(), leaves(11), 6).text()).isEqualTo(golden);
        assertThat(TlogProof.parse(golden).text()).isEqualTo(golden);
        assertThat(known().key().toString() + "\n").isEqualTo(golden("golden.pub"));
    }

    private static String golden(String name) throws IOException {
        try (var stream = TlogTest.class.getResourceAsStream("/tlog/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), UTF_8);
        }
    }

    @Test
    void isReadByASecondImplementation() throws Exception {
        NoteSigner signer = NoteSigner.generate("jieyu.example/test", new SecureRandom());
        for (int size = 1; size <= 40; size++) {
            List<byte[]> leaves = leaves(size);
            for (int wanted = 0; wanted < size; wanted++) {
                TlogProof proof = proof(signer, leaves, wanted);
                assertThat(
                                SecondImplementation.verifies(
                                        proof.checkpoint(), signer.key().toString()))
                        .isTrue();
                Checkpoint checkpoint =
                        Checkpoint.parse(SignedNote.parse(proof.checkpoint()).text());
                byte[] root = SecondImplementation.root(leaves);
                assertThat(bytes(checkpoint.root())).isEqualTo(root);
                assertThat(
                                SecondImplementation.root(
                                        leaves.get(wanted),
                                        proof.index(),
                                        size,
                                        proof.path().stream().map(TlogTest::bytes).toList()))
                        .isEqualTo(root);
                assertThat(
                                InclusionPath.root(
                                        TreeHash.leaf(leaves.get(wanted)),
                                        proof.index(),
                                        size,
                                        proof.path()))
                        .contains(checkpoint.root());
            }
        }
    }

    private static byte[] bytes(Hash hash) {
        var bytes = new byte[Hash.BYTES];
        hash.writeTo(bytes, 0);
        return bytes;
    }

    @Test
    void refusesAPathThatLeadsElsewhere() throws Exception {
        TlogProof proof = proof(known(), leaves(11), 6);
        Hash leaf = TreeHash.leaf(leaves(11).get(6));
        Hash root = Checkpoint.parse(SignedNote.parse(proof.checkpoint()).text()).root();
        assertThat(InclusionPath.root(leaf, 6, 11, proof.path())).contains(root);
        assertThat(InclusionPath.root(leaf, 5, 11, proof.path())).isNotEqualTo(root);
        assertThat(InclusionPath.root(leaf, 6, 11, proof.path().subList(0, 3))).isEmpty();
        assertThat(InclusionPath.root(leaf, 11, 11, proof.path())).isEmpty();
        assertThat(InclusionPath.root(TreeHash.leaf(new byte[] {1}), 6, 11, proof.path()))
                .isPresent()
                .get()
                .isNotEqualTo(root);
    }

    @Test
    void believesANoteOnlyWhenAKnownKeyHasSignedIt() throws Exception {
        NoteSigner signer = NoteSigner.generate("jieyu.example/test", new SecureRandom());
        NoteSigner other = NoteSigner.generate("jieyu.example/test", new SecureRandom());
        String note = signer.sign("a\n3\nb\n");
        List<NoteKey> keys = List.of(other.key(), signer.key());
        assertThat(SignedNote.parse(note).signedBy(keys)).contains(signer.key());
        assertThat(SignedNote.parse(note).signedBy(List.of(other.key()))).isEmpty();
        assertThat(SignedNote.parse(note.replace("3", "4")).signedBy(keys)).isEmpty();
        assertThat(NoteKey.parse(signer.key().toString())).isEqualTo(signer.key());
        assertThat(NoteSigner.parse(signer.privateText()).key()).isEqualTo(signer.key());
        assertThat(signer).hasToString("signer of " + signer.key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text\n",
                "text\n\nsigned by nobody\n",
                "text\n\n— name AAAA\n",
                "text\n\n— name !!!!\n",
                "te\txt\n\n— name AAAAAAAA\n"
            })
    void refusesWhatIsNoNote(String text) {
        assertThatThrownBy(() -> SignedNote.parse(text))
                .isInstanceOf(MalformedNote.class)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "o\n1\n", "o\n01\nAAAA\n", "o\n1\nAAAA\n", "\n1\nAAAA\n"})
    void refusesWhatIsNoCheckpoint(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text))
                .isInstanceOf(MalformedNote.class)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "c2sp.org/tlog-proof@v1\nindex 1\n", "c2sp.org/tlog-proof@v1\nx\n\nn"})
    void refusesWhatIsNoProof(String text) {
        assertThatThrownBy(() -> TlogProof.parse(text))
                .isInstanceOf(MalformedNote.class)
                .hasMessageContaining("expected");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a+b", "a+00000000+AQ==", "PRIVATE+KEY+a+00000000+AQ=="})
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(MalformedNote.class);
        assertThatThrownBy(() -> NoteSigner.parse(text)).isInstanceOf(MalformedNote.class);
    }
}
