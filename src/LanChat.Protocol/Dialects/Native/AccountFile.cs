using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The file in which people take their data along: <c>{"account": …, "private": […]}</c>, with the
/// data of the frames <c>account</c> and <c>private</c>.
/// </summary>
public static class AccountFile
{
    /// <param name="to">The file.</param>
    /// <param name="account">What the server keeps about the account.</param>
    /// <param name="messages">Its private messages, oldest first.</param>
    public static void Write(
        Stream to, AccountEvent.Described account, IEnumerable<RoomEvent.PrivateMessage> messages)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(messages);
        using var json = new Utf8JsonWriter(to, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WritePropertyName("account"u8);
        json.WriteDescription(account);
        json.WriteStartArray("private"u8);
        foreach (var message in messages) json.WriteFields(message);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
