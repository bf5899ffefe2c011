namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// The field <c>kind</c> of a rich message. An unknown kind counts as <c>said</c>.
/// </summary>
internal static class JsonKinds
{
    private static readonly (MessageKind Kind, string Name)[] Names =
        [.. Enum.GetValues<MessageKind>().Select(kind => (kind, kind.ToString().ToLowerInvariant()))];

    public static string NameOf(MessageKind kind) => Names[(int)kind].Name;

    public static MessageKind KindOf(string? name) => Array.Find(Names, known => known.Name == name).Kind;
}
