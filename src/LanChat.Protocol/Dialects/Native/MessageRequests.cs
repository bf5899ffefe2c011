using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>Requests that change one message.</summary>
internal static class MessageRequests
{
    /// <summary>Decodes a request; returns null if it is none of these.</summary>
    public static ClientMessage? Read(RichFields fields) =>
        fields.Number("edit") is { } edited ? fields.Content is { } text
            ? new ClientMessage.Edit(edited, text) { Ref = fields.Ref }
            : new ClientMessage.Invalid(Refusal.Incomplete)
        : fields.Number("recall") is { } recalled ? new ClientMessage.Recall(recalled) { Ref = fields.Ref }
        : null;

    /// <summary>Writes the fields of a request, but for its ref.</summary>
    public static void Write(Utf8JsonWriter json, ClientMessage.MessageRequest request)
    {
        switch (request)
        {
            case ClientMessage.Edit edit:
                json.WriteNumber("edit"u8, edit.MessageId);
                json.WriteString("text"u8, edit.Text);
                break;
            case ClientMessage.Recall: json.WriteNumber("recall"u8, request.MessageId); break;
            default: throw new ArgumentException($"Not a request of a rich client: {request}", nameof(request));
        }
    }
}
