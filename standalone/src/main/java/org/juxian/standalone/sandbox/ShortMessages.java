package org.juxian.standalone.sandbox;

import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.UUID;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** Takes submit_sm and nothing else. */
final class ShortMessages implements ServerMessageReceiverListener {

  private static final byte INTERNATIONAL = 1;

  private final Inbox inbox;
  private final InstantSource clock;
  private final SegmentJoiner joiner = new SegmentJoiner();

  ShortMessages(Inbox inbox, InstantSource clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source)
      throws ProcessRequestException {
    String id = UUID.randomUUID().toString();
    String from = submit.getSourceAddr();
    String to = number(submit);
    Segment segment = segment(submit);
    try {
      joiner
          .add(from, to, segment)
          .ifPresent(
              text ->
                  inbox.add(
                      new Message(
                          id,
                          "sms",
                          from,
                          to,
                          null,
                          text,
                          null,
                          clock.instant().toString(),
                          Math.max(1, segment.total()))));
      return new SubmitSmResult(new MessageId(id), new OptionalParameter[0]);
    } catch (PDUStringException | UncheckedIOException e) {
      throw new ProcessRequestException(
          "The message could not be kept.", SMPPConstant.STAT_ESME_RSYSERR, e);
    }
  }

  private static Segment segment(SubmitSm submit) {
    byte[] message = submit.getShortMessage();
    OptionalParameter payload = submit.getOptionalParameter(OptionalParameter.Tag.MESSAGE_PAYLOAD);
    if (payload instanceof OptionalParameter.Message_payload whole) {
      message = whole.getValue();
    }
    Segment segment =
        Segment.of(
            submit.getEsmClass(), submit.getDataCoding(), message == null ? new byte[0] : message);
    return segment.total() > 1 ? segment : fromParameters(submit, segment);
  }

  /**
   * The other way to concatenate: sar_* parameters instead of a header (SMPP 3.4 section 5.3.2.22).
   */
  private static Segment fromParameters(SubmitSm submit, Segment segment) {
    if (submit.getOptionalParameter(OptionalParameter.Tag.SAR_MSG_REF_NUM)
            instanceof OptionalParameter.Sar_msg_ref_num reference
        && submit.getOptionalParameter(OptionalParameter.Tag.SAR_TOTAL_SEGMENTS)
            instanceof OptionalParameter.Sar_total_segments total
        && submit.getOptionalParameter(OptionalParameter.Tag.SAR_SEGMENT_SEQNUM)
            instanceof OptionalParameter.Sar_segment_seqnum number) {
      return new Segment(
          reference.getValue() & 0xffff,
          total.getValue() & 0xff,
          number.getValue() & 0xff,
          segment.text());
    }
    return segment;
  }

  private static String number(SubmitSm submit) {
    String number = submit.getDestAddress();
    boolean plusMissing = submit.getDestAddrTon() == INTERNATIONAL && !number.startsWith("+");
    return plusMissing ? "+" + number : number;
  }

  private static ProcessRequestException notTaken() {
    return new ProcessRequestException(
        "The sandbox takes submit_sm only.", SMPPConstant.STAT_ESME_RINVCMDID);
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession source)
      throws ProcessRequestException {
    throw notTaken();
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source)
      throws ProcessRequestException {
    throw notTaken();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source)
      throws ProcessRequestException {
    throw notTaken();
  }

  @Override
  public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source)
      throws ProcessRequestException {
    throw notTaken();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
      throws ProcessRequestException {
    throw notTaken();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
      throws ProcessRequestException {
    throw notTaken();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm query, SMPPServerSession source) throws ProcessRequestException {
    throw notTaken();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
    throw notTaken();
  }
}
