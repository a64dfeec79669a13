package org.juxian.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import org.junit.jupiter.api.Test;

class QuickKeyTest {

  private static final String HEADER = Base64URL.encode("{\"alg\":\"RS256\"}").toString();

  private final QuickKey key = QuickKey.named("quick");

  @Test
  void a_library_accepts_what_it_signs_and_nothing_else() throws Exception {
    assertThat(key.jwk().size()).isEqualTo(2048);
    for (int i = 0; i < 20; i++) {
      String said = HEADER + "." + Base64URL.encode("{\"sub\":\"" + i + "\"}");
      assertThat(accepted(said, said)).isTrue();
      assertThat(accepted(said, said + "x")).isFalse();
    }
  }

  private boolean accepted(String said, String signed) throws Exception {
    return JWSObject.parse(said + "." + key.sign(signed))
        .verify(new RSASSAVerifier(key.jwk().toRSAPublicKey()));
  }
}
