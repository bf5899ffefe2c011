using System.Text;

namespace LanChat.Client.Tests.Scripting.LineTool;

/// <summary>A writer that blocks while its gate is shut.</summary>
public sealed class GatedWriter : TextWriter
{
    private readonly StringBuilder _text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public TaskCompletionSource Gate { get; set; } = Open();

    public string Text
    {
        get
        {
            lock (_text) return _text.ToString();
        }
    }

    public override async Task WriteAsync(string? value)
    {
        await Gate.Task;
        lock (_text) _text.Append(value);
    }

    private static TaskCompletionSource Open()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}
