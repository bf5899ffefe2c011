using System.Text;
using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>How much text an answer holds.</summary>
internal static class Size
{
    /// <summary>
    /// As many of the first messages as fit, at least one; what is left afterwards is still free.
    /// </summary>
    public static IReadOnlyList<ChatMessage> OfFirst(IEnumerable<ChatMessage> messages, ref int free)
    {
        var fitting = new List<ChatMessage>();
        foreach (var message in messages)
        {
            var size = Encoding.UTF8.GetMaxByteCount(message.Text.Length);
            if (size > free && fitting.Count > 0) break;
            free -= Math.Min(size, free);
            fitting.Add(message);
        }

        return fitting;
    }
}
