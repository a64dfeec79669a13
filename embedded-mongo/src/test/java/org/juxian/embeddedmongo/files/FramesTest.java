package org.juxian.embeddedmongo.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames are whole, torn at the end, or damaged, at every length. */
class FramesTest {
  @TempDir private Path temp;

  @Test
  void framesOfEveryLengthAreCutWhereTheyTear() throws IOException {
    Path file = temp.resolve("frames");
    long end;
    try (FrameWriter writer = FrameWriter.create(file)) {
      for (int i = 0; i < 5; i++) {
        writer.write(new byte[i * 10], i * 10);
      }
      end = writer.size();
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length = Frames.FILE_HEADER; length <= end; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      int[] frames = {0};
      Frames.Extent extent = Frames.read(file, _ -> frames[0]++);
      assertThat(extent).isNotInstanceOf(Frames.Extent.Damaged.class);
      assertThat(frames[0]).isLessThanOrEqualTo(5);
    }
    for (int at = 0; at < end; at++) {
      byte[] flipped = whole.clone();
      flipped[at] = (byte) ~whole[at];
      Files.write(file, flipped);
      Frames.Extent extent = Frames.read(file, _ -> {});
      boolean inTheLast = at >= end - Frames.FRAME_HEADER - 40;
      assertThat(extent)
          .isInstanceOf(inTheLast ? Frames.Extent.Torn.class : Frames.Extent.Damaged.class);
    }
  }

  @Test
  void roomThatWasReservedIsNoPartOfTheLog() throws IOException {
    Path file = temp.resolve("frames");
    List<Long> ends = new ArrayList<>();
    byte[] running;
    try (FrameWriter writer = FrameWriter.create(file).reservingRoom()) {
      for (int i = 1; i <= 5; i++) {
        byte[] payload = new byte[i * 10];
        Arrays.fill(payload, (byte) 7);
        writer.write(payload, payload.length);
        ends.add(writer.size());
      }
      running = Files.readAllBytes(file);
    }
    long end = ends.getLast();
    assertThat(running.length).isGreaterThan((int) end);
    assertThat(file).hasSize(end);
    for (int written = Frames.FILE_HEADER + 1; written <= end; written++) {
      Files.write(file, Arrays.copyOf(Arrays.copyOf(running, written), (int) end + 500));
      Class<?> expected =
          ends.contains((long) written) ? Frames.Extent.Whole.class : Frames.Extent.Torn.class;
      assertThat(Frames.read(file, _ -> {})).as("%d bytes written", written).isInstanceOf(expected);
    }
  }
}
