namespace LanChat.EndToEnd.Tests.People;

/// <summary>Encodes requests and decodes messages of one kind of client.</summary>
internal abstract class ClientCodec
{
    private static readonly Dictionary<string, Func<ClientCodec>> All = new()
    {
        ["raw"] = () => new NativeCodec("json", end: ""),
        ["netcat"] = () => new NativeCodec("json", end: "\n"),
        ["rich"] = () => new RichCodec(),
        ["terminal"] = () => new NativeCodec("terminal", end: ""),
        ["colon"] = () => new ColonCodec(),
        ["pychat"] = () => new PychatCodec(),
        ["miniqq"] = () => new MiniqqCodec(),
        ["line"] = () => new LineCodec(),
    };

    private string _unfinished = "";

    /// <summary>
    /// All kinds of clients: the five dialects, and the native one in its three modes.
    /// </summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>The dialect whose port the client connects to.</summary>
    public abstract string Dialect { get; }

    /// <summary>The maximum bytes of one read.</summary>
    public virtual int ReadSize => 1024;

    /// <summary>Whether the client receives its own messages.</summary>
    public virtual bool ReceivesOwnMessages => true;

    /// <summary>Whether the client can tell a private message from any other.</summary>
    public virtual bool MarksPrivateMessages => true;

    public static ClientCodec Of(string name) => All[name]();

    /// <summary>
    /// The nickname of a client that requests this one and connects from this address.
    /// </summary>
    public virtual string NicknameFor(string wanted, string address) => wanted;

    /// <summary>What the client sends to join; empty if nothing.</summary>
    public abstract string EncodeJoin(string name);

    public abstract string EncodeMessage(string text);

    public abstract string EncodePrivateMessage(string name, string text);

    /// <summary>
    /// The messages of members in the result of one receive; anything else is skipped.
    /// </summary>
    public abstract IEnumerable<ReceivedMessage> Decode(string received);

    /// <summary>Returns the lines completed by what was received.</summary>
    protected string[] Lines(string received)
    {
        var lines = (_unfinished + received).Split('\n');
        _unfinished = lines[^1];
        return lines[..^1];
    }

    /// <summary>A nickname as typed before a text.</summary>
    protected static string Quoted(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
