namespace Akka.Event;

/// <summary>A log message whose holes are filled only when somebody wants the text.</summary>
public sealed class LogMessage
{
    private readonly ILogMessageFormatter _formatter;
    private readonly object?[] _arguments;

    internal LogMessage(ILogMessageFormatter formatter, string format, object?[] arguments)
    {
        _formatter = formatter;
        Format = format;
        _arguments = arguments;
    }

    public string Format { get; }

    public IEnumerable<object> Parameters() => _arguments!;

    /// <summary>The arguments alone.</summary>
    public string Unformatted() => string.Join(',', _arguments);

    public override string ToString() => _formatter.Format(Format, _arguments!);
}
