package org.juxian.standalone.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.juxian.standalone.Port;
import org.juxian.standalone.Ports;

class SandboxTest {

  private final Ports ports = Ports.free();
  @TempDir private Path folder = Path.of("");

  @Test
  void aShortMessageInChineseArrives() throws Exception {
    try (Sandbox sandbox = open()) {
      String id = sendSms((byte) 0, "您的验证码是 482913。".getBytes(StandardCharsets.UTF_16BE));
      assertThat(sandbox.inbox().newest("13900000101", 10))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.channel()).isEqualTo("sms");
                assertThat(message.id()).isEqualTo(id);
                assertThat(message.to()).isEqualTo("+8613900000101");
                assertThat(message.from()).isEqualTo("10690001");
                assertThat(message.text()).isEqualTo("您的验证码是 482913。");
                assertThat(message.segments()).isEqualTo(1);
              });
    }
  }

  @Test
  void theSegmentsOfALongMessageArriveAsOne() throws Exception {
    try (Sandbox sandbox = open()) {
      sendSms((byte) 0x40, part(2, "后半段".getBytes(StandardCharsets.UTF_16BE)));
      assertThat(sandbox.inbox().newest("", 10)).isEmpty();
      sendSms((byte) 0x40, part(1, "前半段,".getBytes(StandardCharsets.UTF_16BE)));
      assertThat(sandbox.inbox().newest("", 10))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.text()).isEqualTo("前半段,后半段");
                assertThat(message.segments()).isEqualTo(2);
              });
    }
  }

  @Test
  void aMailArrivesWithBothItsParts() throws Exception {
    try (Sandbox sandbox = open()) {
      sendMail();
      assertThat(sandbox.inbox().newest("Emma@juxian.example", 10))
          .singleElement()
          .satisfies(
              message -> {
                assertThat(message.channel()).isEqualTo("mail");
                assertThat(message.subject()).isEqualTo("报名成功");
                assertThat(message.from()).isEqualTo("聚贤 <no-reply@juxian.example>");
                assertThat(message.text()).isEqualTo("您已报名。");
                assertThat(message.html()).isEqualTo("<p>您已<b>报名</b>。</p>");
              });
    }
  }

  @Test
  void whatArrivedIsStillThereAfterARestartThatFollowedAKill() throws Exception {
    try (Sandbox sandbox = open()) {
      sendMail();
      assertThat(sandbox.inbox().newest("", 10)).hasSize(1);
    }
    Files.writeString(
        folder.resolve("messages.jsonl"), "{\"id\":\"half", StandardOpenOption.APPEND);
    try (Sandbox sandbox = open()) {
      sendMail();
      assertThat(sandbox.inbox().newest("", 10)).hasSize(2);
    }
    assertThat(Inbox.open(folder).newest("", 10)).hasSize(2);
  }

  @Test
  void testsReadMessagesAsJsonAndPeopleReadAPage() throws Exception {
    try (Sandbox sandbox = open()) {
      assertThat(sandbox.inbox().newest("", 1)).isEmpty();
      sendMail();
      assertThat(get("/api/messages?address=emma%40juxian.example").body())
          .contains("\"channel\":\"mail\"")
          .contains("\"segments\":1");
      assertThat(get("/api/messages?address=nobody%40juxian.example").body())
          .isEqualTo("{\"items\":[]}");
      assertThat(get("/api/messages?limit=many").statusCode()).isEqualTo(400);
      assertThat(get("/").body()).contains("<!doctype html>");
      assertThat(get("/nothing").statusCode()).isEqualTo(404);
    }
  }

  /**
   * In a container it has to listen on every address, on a person's machine on none but its own.
   */
  @Test
  void itListensWhereItIsToldToAndNowhereElse() throws Exception {
    InetAddress told = InetAddress.ofLiteral("127.0.0.2");
    InetAddress usual = InetAddress.getLoopbackAddress();
    try (Sandbox sandbox =
        Sandbox.open(
            folder, told, ports.of(Port.SMTP), ports.of(Port.SMPP), ports.of(Port.INBOX))) {
      assertThat(sandbox.inbox().newest("", 1)).isEmpty();
      for (Port port : List.of(Port.SMTP, Port.SMPP, Port.INBOX)) {
        new Socket(told, ports.of(port)).close();
        assertThatThrownBy(() -> new Socket(usual, ports.of(port)).close())
            .as(port.name())
            .isInstanceOf(ConnectException.class);
      }
    }
  }

  private Sandbox open() throws IOException {
    return Sandbox.open(folder, ports.of(Port.SMTP), ports.of(Port.SMPP), ports.of(Port.INBOX));
  }

  private static byte[] part(int number, byte[] text) {
    byte[] part = new byte[text.length + 6];
    byte[] header = {5, 0, 3, 77, 2, (byte) number};
    System.arraycopy(header, 0, part, 0, header.length);
    System.arraycopy(text, 0, part, header.length, text.length);
    return part;
  }

  private String sendSms(byte esmClass, byte[] message) throws Exception {
    SMPPSession session = new SMPPSession();
    try {
      session.connectAndBind(
          "127.0.0.1",
          ports.of(Port.SMPP),
          new BindParameter(
              BindType.BIND_TRX,
              "juxian",
              "sandbox",
              "",
              TypeOfNumber.UNKNOWN,
              NumberingPlanIndicator.UNKNOWN,
              null));
      return session
          .submitShortMessage(
              "",
              TypeOfNumber.ALPHANUMERIC,
              NumberingPlanIndicator.UNKNOWN,
              "10690001",
              TypeOfNumber.INTERNATIONAL,
              NumberingPlanIndicator.ISDN,
              "8613900000101",
              new ESMClass(esmClass),
              (byte) 0,
              (byte) 0,
              null,
              null,
              new RegisteredDelivery(0),
              (byte) 0,
              new GeneralDataCoding(Alphabet.ALPHA_UCS2),
              (byte) 0,
              message)
          .getMessageId();
    } finally {
      session.unbindAndClose();
    }
  }

  private void sendMail() throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(ports.of(Port.SMTP)));
    MimeMessage mail = new MimeMessage(Session.getInstance(properties));
    mail.setFrom(new InternetAddress("no-reply@juxian.example", "聚贤", "UTF-8"));
    mail.setRecipients(MimeMessage.RecipientType.TO, "emma@juxian.example");
    mail.setSubject("报名成功", "UTF-8");
    MimeMultipart alternatives = new MimeMultipart("alternative");
    for (List<String> part :
        List.of(List.of("您已报名。", "plain"), List.of("<p>您已<b>报名</b>。</p>", "html"))) {
      MimeBodyPart body = new MimeBodyPart();
      body.setText(part.getFirst(), "UTF-8", part.getLast());
      alternatives.addBodyPart(body);
    }
    mail.setContent(alternatives);
    Transport.send(mail);
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + ports.of(Port.INBOX) + path);
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
