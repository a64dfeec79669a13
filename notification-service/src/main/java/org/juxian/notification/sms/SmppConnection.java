package org.juxian.notification.sms;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps one bound session to the SMSC, and binds a new one where it broke. */
@Component
class SmppConnection {

  private static final int ANSWER_MILLIS = 10_000;
  private static final int BIND_MILLIS = 5_000;
  private static final int ENQUIRE_LINK_MILLIS = 30_000;

  private final SmppProperties properties;
  private @Nullable SMPPSession session;

  SmppConnection(SmppProperties properties) {
    this.properties = properties;
  }

  synchronized SMPPSession session() throws IOException {
    if (session == null || !session.getSessionState().isBound()) {
      discard();
      session = bind();
    }
    return session;
  }

  @PreDestroy
  synchronized void discard() {
    if (session != null) {
      session.unbindAndClose();
      session = null;
    }
  }

  private SMPPSession bind() throws IOException {
    SMPPSession fresh = new SMPPSession();
    fresh.setTransactionTimer(ANSWER_MILLIS);
    fresh.setEnquireLinkTimer(ENQUIRE_LINK_MILLIS);
    fresh.connectAndBind(
        properties.host(),
        properties.port(),
        new BindParameter(
            BindType.BIND_TX,
            properties.systemId(),
            properties.password(),
            "",
            TypeOfNumber.UNKNOWN,
            NumberingPlanIndicator.UNKNOWN,
            null),
        BIND_MILLIS);
    return fresh;
  }
}
