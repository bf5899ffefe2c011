using System.Text;
using LanChat.Protocol;

namespace LanChat.Server.Storage;

/// <summary>Limits the size of a reply.</summary>
internal static class ByteBudget
{
    /// <summary>
    /// Takes messages from the front while they fit into the budget, but at least one; reduces the
    /// budget.
    /// </summary>
    public static IReadOnlyList<ChatMessage> Fit(IEnumerable<ChatMessage> messages, ref int free)
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
