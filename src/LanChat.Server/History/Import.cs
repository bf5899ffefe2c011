using LanChat.Protocol;
using LanChat.Server.Storage;
using LanChat.Texts;

namespace LanChat.Server.History;

/// <summary>Reads an export, a file of <see cref="MessageLines.Json"/> lines.</summary>
internal static class Import
{
    /// <summary>Reads the whole file.</summary>
    /// <param name="input">The file.</param>
    /// <param name="name">The name of the file, for errors.</param>
    /// <exception cref="HistoryException">
    /// A line is invalid or out of order; the message names it.
    /// </exception>
    public static List<ChatMessage> Read(Stream input, string name)
    {
        var messages = new List<ChatMessage>();
        var number = 0;
        foreach (var one in Lines(input))
        {
            var line = ++number == 1 && one.Span.StartsWith("\uFEFF"u8) ? one[3..] : one;
            if (line.Span.Trim(" \t\r"u8).IsEmpty) continue;
            try
            {
                var message = MessageLineReader.Read(line);
                if (messages is [.., var last] && message.Id <= last.Id)
                    throw new HistoryException(ServerTexts.NotInOrder(name, number, message.Id, last.Id));
                messages.Add(message);
            }
            catch (FormatException error)
            {
                throw new HistoryException(
                    error.Message == MessageLineReader.NotJson
                        ? ServerTexts.NotJson(name, number)
                        : ServerTexts.NotAMessage(name, number, error.Message), error);
            }
        }

        return messages;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream input)
    {
        var buffer = new byte[65_536];
        var (start, end) = (0, 0);
        while (true)
        {
            if (Array.IndexOf(buffer, (byte)'\n', start, end - start) is >= 0 and var at)
            {
                yield return buffer.AsMemory(start, at - start);
                start = at + 1;
                continue;
            }

            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
            if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
            if (input.Read(buffer, end, buffer.Length - end) is > 0 and var count)
            {
                end += count;
                continue;
            }

            if (end > 0) yield return buffer.AsMemory(0, end);
            yield break;
        }
    }
}
