package org.juxian.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juxian.platform.testkit.Race;

class KeysTest {

  private static RSAKey one;
  private static RSAKey other;

  @TempDir private Path folder;

  @BeforeAll
  static void makeKeys() throws Exception {
    one = new RSAKeyGenerator(2048).generate();
    other = new RSAKeyGenerator(2048).keyID("mine").generate();
  }

  private static String pem(RSAKey key) throws Exception {
    String body = Base64.getMimeEncoder().encodeToString(key.toRSAPrivateKey().getEncoded());
    return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
  }

  @Test
  void a_key_is_read_from_pem_jwk_and_jwk_set_and_is_named_the_same() throws Exception {
    String thumbprint = one.computeThumbprint().toString();
    assertThat(KeyReader.read(pem(one)).getFirst().getKeyID()).isEqualTo(thumbprint);
    assertThat(KeyReader.read(one.toJSONString()).getFirst().getKeyID()).isEqualTo(thumbprint);
    List<RSAKey> both =
        KeyReader.read(new JWKSet(List.<com.nimbusds.jose.jwk.JWK>of(other, one)).toString(false));
    assertThat(both).extracting(RSAKey::getKeyID).containsExactly("mine", thumbprint);
    assertThat(KeyReader.read(pem(other) + pem(one))).hasSize(2);
  }

  @Test
  void what_cannot_sign_is_refused_and_not_shown() throws Exception {
    for (String text :
        List.of(
            "nonsense",
            "{}",
            "{\"keys\":[]}",
            one.toPublicJWK().toJSONString(),
            new OctetSequenceKeyGenerator(256).generate().toJSONString(),
            pem(other).replace("MII", "AAA"),
            "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> KeyReader.read(text))
          .withMessageStartingWith("The signing key")
          .withMessageNotContaining("AAAA")
          .withNoCause();
    }
  }

  @Test
  void all_keys_are_published_without_what_is_secret_and_the_first_signs() {
    SigningKeys keys = new SigningKeys(List.of(other, one));
    assertThat(keys.published().getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
    assertThat(keys.signing().getKeys()).containsExactly(other);
  }

  @Test
  void derived_secrets_differ_by_key_and_purpose_and_stay() {
    SigningKeys keys = new SigningKeys(List.of(other, one));
    assertThat(keys.derive("codes").getFirst()).isEqualTo(keys.derive("codes").getFirst());
    assertThat(keys.derive("codes").getFirst()).isNotEqualTo(keys.derive("codes").getLast());
    assertThat(keys.derive("codes").getFirst()).isNotEqualTo(keys.derive("else").getFirst());
  }

  @Test
  void a_first_key_is_made_kept_for_its_owner_and_found_again() throws Exception {
    Path fresh = folder.resolve("a/b");
    String made = KeyFolder.read(fresh);
    assertThat(KeyFolder.read(fresh)).isEqualTo(made);
    assertThat(KeyReader.read(made).getFirst().getKeyID()).isNotEmpty();
    Path file = fresh.resolve("signing-keys.json");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(fresh).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void of_several_that_start_at_once_all_have_the_same_key() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    Path shared = folder.resolve("shared");
    Race.of(8, n -> seen.add(KeyFolder.read(shared, () -> "key " + n)));
    assertThat(seen).hasSize(1);
  }
}
