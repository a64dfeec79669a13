package org.juxian.embeddedmongo.commands;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** One sign-in by SCRAM-SHA-256 (RFC 5802, RFC 7677), the server's side. */
public final class Scram {
  private static final int ITERATIONS = 15_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String user;
  private final String password;
  private final byte[] salt = random(16);
  private String authMessage = "";
  private String nonce = "";
  private boolean known;
  private boolean proven;

  Scram(String user, String password) {
    this.user = user;
    this.password = password;
  }

  boolean proven() {
    return proven;
  }

  Document start(Document command) {
    if (!"SCRAM-SHA-256".equals(command.get("mechanism"))) {
      throw new MongoServerError(
          334, "MechanismUnavailable", "This server supports SCRAM-SHA-256 only");
    }
    String message = payload(command);
    String bare = message.substring(message.indexOf(',', message.indexOf(',') + 1) + 1);
    Map<String, String> fields = fields(bare);
    nonce = fields.getOrDefault("r", "") + Base64.getEncoder().encodeToString(random(18));
    String name = fields.getOrDefault("n", "").replace("=2C", ",").replace("=3D", "=");
    String reply =
        "r=" + nonce + ",s=" + Base64.getEncoder().encodeToString(salt) + ",i=" + ITERATIONS;
    known = name.equals(user);
    authMessage = bare + "," + reply;
    return answer(reply, false);
  }

  Document proceed(Document command) {
    if (proven) {
      return answer("", true);
    }
    String message = payload(command);
    Map<String, String> fields = fields(message);
    String withoutProof = message.substring(0, Math.max(0, message.lastIndexOf(",p=")));
    try {
      byte[] salted = saltedPassword();
      byte[] clientKey = hmac(salted, "Client Key");
      byte[] storedKey = MessageDigest.getInstance("SHA-256").digest(clientKey);
      String signed = authMessage + "," + withoutProof;
      byte[] expected = hmac(storedKey, signed);
      for (int i = 0; i < expected.length; i++) {
        expected[i] ^= clientKey[i];
      }
      byte[] given = Base64.getDecoder().decode(fields.getOrDefault("p", ""));
      if (!known || !nonce.equals(fields.get("r")) || !MessageDigest.isEqual(expected, given)) {
        throw failed();
      }
      proven = true;
      byte[] signature = hmac(hmac(salted, "Server Key"), signed);
      return answer("v=" + Base64.getEncoder().encodeToString(signature), false);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw failed();
    }
  }

  private byte[] saltedPassword() throws GeneralSecurityException {
    return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
        .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, 256))
        .getEncoded();
  }

  private static MongoServerError failed() {
    return new MongoServerError(18, "AuthenticationFailed", "Authentication failed.");
  }

  private static Document answer(String payload, boolean done) {
    return new Document("conversationId", 1)
        .append("done", done)
        .append("payload", new BinData(payload.getBytes(StandardCharsets.UTF_8)))
        .append("ok", 1.0);
  }

  private static String payload(Document command) {
    if (command.get("payload") instanceof BinData data) {
      return new String(data.getData(), StandardCharsets.UTF_8);
    }
    throw failed();
  }

  private static Map<String, String> fields(String message) {
    Map<String, String> fields = new HashMap<>();
    for (String part : message.split(",", -1)) {
      if (part.length() > 1 && part.charAt(1) == '=') {
        fields.put(part.substring(0, 1), part.substring(2));
      }
    }
    return fields;
  }

  private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** What a connection knows about who is at its other end. */
  public static final class Session {
    private final @Nullable String user;
    private final @Nullable String password;
    private @Nullable Scram conversation;

    public Session(@Nullable String user, @Nullable String password) {
      this.user = user;
      this.password = password;
    }

    void requireSignIn(String command) {
      if (user != null && (conversation == null || !conversation.proven())) {
        throw new MongoServerError(
            13, "Unauthorized", "Command " + command + " requires authentication");
      }
    }

    Document start(Document command) {
      if (user == null || password == null) {
        throw new MongoServerError(
            18, "AuthenticationFailed", "This server has no users; connect without one.");
      }
      conversation = new Scram(user, password);
      return conversation.start(command);
    }

    Document proceed(Document command) {
      if (conversation == null) {
        throw failed();
      }
      return conversation.proceed(command);
    }
  }
}
