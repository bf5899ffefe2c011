namespace LanChat.EndToEnd.Tests.People;

/// <summary>How the people of one dialect speak and understand.</summary>
internal abstract class Manner
{
    private static readonly Dictionary<string, Func<Manner>> All = new()
    {
        ["raw"] = () => new NativeManner("json", end: ""),
        ["netcat"] = () => new NativeManner("json", end: "\n"),
        ["rich"] = () => new RichManner(),
        ["terminal"] = () => new NativeManner("terminal", end: ""),
        ["colon"] = () => new ColonManner(),
        ["pychat"] = () => new PychatManner(),
        ["miniqq"] = () => new MiniqqManner(),
        ["line"] = () => new LineManner(),
    };

    private string _unfinished = "";

    /// <summary>
    /// Of everyone there is: the five dialects, and the native one in its three modes.
    /// </summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>The dialect whose port they connect to.</summary>
    public abstract string Dialect { get; }

    /// <summary>The most bytes they receive at once.</summary>
    public virtual int Receives => 1024;

    /// <summary>Whether they hear what they said themselves.</summary>
    public virtual bool HearsItself => true;

    /// <summary>Whether a private word looks different to them from one to everyone.</summary>
    public virtual bool SeesPrivacy => true;

    public static Manner Of(string name) => All[name]();

    /// <summary>
    /// What they are called who come from an address and would like to have a name.
    /// </summary>
    public virtual string NameOf(string wanted, string address) => wanted;

    /// <summary>What has to be sent to come in; empty if nothing.</summary>
    public abstract string Enter(string name);

    public abstract string Say(string text);

    public abstract string Tell(string name, string text);

    /// <summary>
    /// The words in what one receive returned; what is no words of somebody else than the room is
    /// passed over.
    /// </summary>
    public abstract IEnumerable<Words> Understand(string received);

    /// <summary>The lines that are complete with what was received.</summary>
    protected string[] Lines(string received)
    {
        var lines = (_unfinished + received).Split('\n');
        _unfinished = lines[^1];
        return lines[..^1];
    }

    /// <summary>A name as it is typed in front of a text.</summary>
    protected static string Typed(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
