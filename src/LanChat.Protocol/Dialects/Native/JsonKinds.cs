namespace LanChat.Protocol.Dialects.Native;

/// <summary>The field <c>kind</c> of a rich message. A kind the reader does not know is something said.</summary>
internal static class JsonKinds
{
    public static string NameOf(MessageKind kind) => kind switch
    {
        MessageKind.Joined => "joined",
        MessageKind.Left => "left",
        MessageKind.Room => "room",
        _ => "said",
    };

    public static MessageKind KindOf(string? name) => name switch
    {
        "joined" => MessageKind.Joined,
        "left" => MessageKind.Left,
        "room" => MessageKind.Room,
        _ => MessageKind.Said,
    };
}
