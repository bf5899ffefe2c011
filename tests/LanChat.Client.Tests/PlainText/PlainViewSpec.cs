using System.IO.Pipelines;
using System.Text;
using Akka.Actor;
using LanChat.Client.PlainText;
using LanChat.Client.Settings;
using LanChat.Client.Views;

namespace LanChat.Client.Tests.PlainText;

/// <summary>A plain view; the test is its user.</summary>
public abstract class PlainViewSpec : Spec
{
    private readonly Pipe _input = new();
    private readonly StringWriter _output = new();

    protected PlainViewSpec()
    {
        var input = new StreamReader(_input.Reader.AsStream());
        View = Sys.ActorOf(
            PlainViewActor.Props(
                input, _output, new ViewSettings(100, Bell: true, Notify: false), Echoes.Add, TestActor));
    }

    /// <summary>How the echo was switched.</summary>
    protected List<bool> Echoes { get; } = [];

    private protected IActorRef View { get; }

    /// <summary>Output since the last read, after all messages are handled.</summary>
    protected string Printed
    {
        get
        {
            Settle(View);
            var printed = _output.ToString();
            _output.GetStringBuilder().Clear();
            return printed;
        }
    }

    protected void Show(params object[] messages)
    {
        foreach (var message in messages) View.Tell(message);
    }

    protected void ShowIn(int window, params object[] messages)
    {
        foreach (var message in messages) View.Tell(new ViewProtocol.In(window, message));
    }

    protected void Type(string text) =>
        _input.Writer.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask().GetAwaiter().GetResult();

    protected void EndInput() => _input.Writer.Complete();
}
