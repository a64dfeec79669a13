package org.juxian.standalone.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The last messages, kept in a file of one JSON object per line, so that a restart keeps them. */
public final class Inbox {

  private static final int CAPACITY = 4000;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final Deque<Message> messages = new ArrayDeque<>();
  private final List<Consumer<Message>> listeners = new CopyOnWriteArrayList<>();

  private Inbox(Path file) {
    this.file = file;
  }

  /** Reads what the folder keeps, and shortens the file to what still counts. */
  public static Inbox open(Path folder) throws IOException {
    Files.createDirectories(folder);
    Inbox inbox = new Inbox(folder.resolve("messages.jsonl"));
    if (Files.exists(inbox.file)) {
      inbox.load();
    }
    return inbox;
  }

  private void load() throws IOException {
    List<String> lines = Files.readAllLines(file);
    for (String line : lines) {
      try {
        keep(JSON.readValue(line, Message.class));
      } catch (JacksonException _) {
        // The last line of a killed process may be half a line: that message was not acknowledged.
      }
    }
    if (lines.size() > messages.size()) {
      Path shorter = file.resolveSibling("messages.new");
      Files.write(shorter, messages.stream().map(JSON::writeValueAsString).toList());
      Files.move(shorter, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Keeps the message, on disk when this returns, and tells whoever listens. */
  public void add(Message message) {
    synchronized (this) {
      keep(message);
      try {
        Files.writeString(
            file,
            JSON.writeValueAsString(message) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    for (Consumer<Message> listener : listeners) {
      listener.accept(message);
    }
  }

  private void keep(Message message) {
    messages.addLast(message);
    if (messages.size() > CAPACITY) {
      messages.removeFirst();
    }
  }

  /** The newest first; only those to the address, if it is not empty. */
  public synchronized List<Message> newest(String address, int limit) {
    String wanted = Address.normal(address);
    List<Message> found = new ArrayList<>();
    Iterator<Message> newestFirst = messages.descendingIterator();
    while (newestFirst.hasNext() && found.size() < limit) {
      Message message = newestFirst.next();
      if (wanted.isEmpty() || Address.normal(message.to()).equals(wanted)) {
        found.add(message);
      }
    }
    return found;
  }

  /** Hears every message from now on, until the answer is run. */
  Runnable listen(Consumer<Message> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
