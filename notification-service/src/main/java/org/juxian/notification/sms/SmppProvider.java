package org.juxian.notification.sms;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.juxian.notification.delivering.Channel;
import org.juxian.notification.delivering.Envelope;
import org.juxian.notification.delivering.Handover;
import org.juxian.notification.delivering.Provider;
import org.juxian.notification.notice.SmsSegments;
import org.springframework.stereotype.Component;

/**
 * Hands SMS to an SMSC over SMPP 3.4: GSM 7-bit or UCS-2, long texts in concatenated segments with
 * an 8-bit reference. If a segment of a long text is refused the whole text is tried again later;
 * the segments that were taken are of no use to a phone.
 */
@Component
class SmppProvider implements Provider {

  private static final byte WITH_HEADER = 0x40;
  private static final List<Integer> FOR_GOOD =
      List.of(
          SMPPConstant.STAT_ESME_RINVDSTADR,
          SMPPConstant.STAT_ESME_RINVMSGLEN,
          SMPPConstant.STAT_ESME_RINVDSTTON,
          SMPPConstant.STAT_ESME_RINVDSTNPI);

  private final SmppConnection connection;
  private final SmppProperties properties;
  private final AtomicInteger reference = new AtomicInteger();

  SmppProvider(SmppConnection connection, SmppProperties properties) {
    this.connection = connection;
    this.properties = properties;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public Handover send(Envelope envelope) {
    SMPPSession session;
    try {
      session = connection.session();
    } catch (IOException away) {
      connection.discard();
      return new Handover.Unreachable("the SMSC does not answer");
    }
    return send(envelope, session);
  }

  private Handover send(Envelope envelope, SMPPSession session) {
    SmsSegments.Divided divided = SmsSegments.divide(envelope.text());
    try {
      int number = reference.incrementAndGet() & 0xff;
      String first = "";
      for (int part = 0; part < divided.parts().size(); part++) {
        byte[] segment = SegmentBytes.of(divided, part, number);
        String id = submit(session, envelope.to(), divided, segment);
        first = part == 0 ? id : first;
      }
      return new Handover.Taken(first);
    } catch (NegativeResponseException refused) {
      return FOR_GOOD.contains(refused.getCommandStatus())
          ? new Handover.Refused("the SMSC refuses this number")
          : new Handover.Unreachable("the SMSC does not take it now");
    } catch (PDUException malformed) {
      return new Handover.Refused("this number cannot be written to");
    } catch (IOException | ResponseTimeoutException | InvalidResponseException away) {
      connection.discard();
      return new Handover.Unanswered("the SMSC did not say whether it has taken it");
    }
  }

  private String submit(SMPPSession session, String to, SmsSegments.Divided divided, byte[] segment)
      throws PDUException,
          ResponseTimeoutException,
          InvalidResponseException,
          NegativeResponseException,
          IOException {
    return session
        .submitShortMessage(
            "",
            TypeOfNumber.ALPHANUMERIC,
            NumberingPlanIndicator.UNKNOWN,
            properties.sender(),
            TypeOfNumber.INTERNATIONAL,
            NumberingPlanIndicator.ISDN,
            to.startsWith("+") ? to.substring(1) : to,
            new ESMClass(divided.parts().size() > 1 ? WITH_HEADER : 0),
            (byte) 0,
            (byte) 1,
            null,
            null,
            new RegisteredDelivery(0),
            (byte) 0,
            new GeneralDataCoding(divided.ucs2() ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT),
            (byte) 0,
            segment)
        .getMessageId();
  }
}
