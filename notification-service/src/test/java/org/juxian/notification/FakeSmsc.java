package org.juxian.notification;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.ServerResponseDeliveryAdapter;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;
import org.jspecify.annotations.Nullable;

/** An SMSC that takes every message over real SMPP and keeps it. */
final class FakeSmsc implements AutoCloseable {

  final List<SubmitSm> taken = new CopyOnWriteArrayList<>();

  /** Numbers whose messages it takes and then cuts the line. */
  final Set<String> silentFor = ConcurrentHashMap.newKeySet();

  private final SMPPServerSessionListener listener;

  FakeSmsc(int port) throws IOException {
    listener = new SMPPServerSessionListener(port);
    Thread.ofVirtual().start(this::serve);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    try {
      while (true) {
        SMPPServerSession session = listener.accept();
        session.setMessageReceiverListener(new Receiver(taken, silentFor));
        session.setResponseDeliveryListener(new ServerResponseDeliveryAdapter() {});
        Thread.ofVirtual().start(() -> bind(session));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private static void bind(SMPPServerSession session) {
    try {
      session.waitForBind(5000).accept("smsc");
    } catch (Exception refused) {
      session.close();
    }
  }

  private record Receiver(List<SubmitSm> taken, Set<String> silentFor)
      implements ServerMessageReceiverListener {

    @Override
    public SubmitSmResult onAcceptSubmitSm(SubmitSm message, SMPPServerSession session) {
      taken.add(message);
      if (silentFor.contains(message.getDestAddress())) {
        session.close();
      }
      try {
        return new SubmitSmResult(
            new MessageId(Integer.toHexString(taken.size())),
            new org.jsmpp.bean.OptionalParameter[0]);
      } catch (org.jsmpp.PDUStringException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public org.jsmpp.session.@Nullable SubmitMultiResult onAcceptSubmitMulti(
        org.jsmpp.bean.SubmitMulti message, SMPPServerSession session) {
      return null;
    }

    @Override
    public org.jsmpp.session.@Nullable QuerySmResult onAcceptQuerySm(
        org.jsmpp.bean.QuerySm query, SMPPServerSession session) {
      return null;
    }

    @Override
    public void onAcceptReplaceSm(org.jsmpp.bean.ReplaceSm message, SMPPServerSession session) {}

    @Override
    public void onAcceptCancelSm(org.jsmpp.bean.CancelSm message, SMPPServerSession session) {}

    @Override
    public org.jsmpp.session.@Nullable BroadcastSmResult onAcceptBroadcastSm(
        org.jsmpp.bean.BroadcastSm message, SMPPServerSession session) {
      return null;
    }

    @Override
    public void onAcceptCancelBroadcastSm(
        org.jsmpp.bean.CancelBroadcastSm message, SMPPServerSession session) {}

    @Override
    public org.jsmpp.session.@Nullable QueryBroadcastSmResult onAcceptQueryBroadcastSm(
        org.jsmpp.bean.QueryBroadcastSm query, SMPPServerSession session) {
      return null;
    }

    @Override
    public org.jsmpp.session.@Nullable DataSmResult onAcceptDataSm(
        org.jsmpp.bean.DataSm message, org.jsmpp.session.Session session) {
      return null;
    }
  }
}
