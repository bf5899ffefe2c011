using Akka.Actor;
using LanChat.Client.Views;
using LanChat.Texts;

namespace LanChat.Client.Chat;

/// <summary>
/// Executes commands about the windows, and forwards those about the active room.
/// </summary>
/// <param name="navigation">Switches between windows.</param>
/// <param name="rooms">The actors of the rooms.</param>
/// <param name="output">Shows errors and help.</param>
internal sealed class WindowCommands(WindowNavigation navigation, RoomActors rooms, ChatOutput output)
{
    /// <param name="command">The command.</param>
    /// <param name="typed">The user's input.</param>
    public void Execute(UserCommand command, string typed)
    {
        switch (command)
        {
            case UserCommand.GoTo { Number: { } number }: navigation.GoTo(number); break;
            case UserCommand.GoTo: navigation.SwitchBy(1); break;
            case UserCommand.ShowRooms: navigation.SwitchTo(0); break;
            case UserCommand.Fold { What: var part }: output.Tell(new ViewProtocol.Fold(part)); break;
            case UserCommand.Scroll { Pages: var pages }: output.Tell(new ViewProtocol.Scroll(pages)); break;
            case UserCommand.SearchTranscript { Text: var text }: Search(text); break;
            case UserCommand.SearchHistory { Query: var query }: Search(query, typed); break;
            case UserCommand.Help { Topic: var topic }: ShowHelp(topic); break;
            case UserCommand.Invalid invalid: output.ShowProblem(invalid.Reason); break;
            default: Forward(RoomInput.Of(command, typed)!); break;
        }
    }

    /// <summary>Tells a message to the actor of the active room.</summary>
    public void Forward(object message)
    {
        if (rooms.Active is { } room) room.Tell(message);
        else output.ShowProblem(JoinTexts.InNoRoom);
    }

    /// <summary>Searches the transcript, and the history as well if the room can.</summary>
    private void Search(string? text)
    {
        output.Tell(new ViewProtocol.Search(text));
        if (text is not null) rooms.Active?.Tell(new RoomWindowProtocol.Search(new SearchQuery(text), ""));
    }

    private void Search(SearchQuery query, string typed)
    {
        if (query.In is { } room && !navigation.TryGoTo(room)) output.ShowProblem(SearchTexts.NotInThatRoom(room));
        else Forward(new RoomWindowProtocol.Search(query, typed));
    }

    /// <summary>The help of a room lists what the user may do there.</summary>
    private void ShowHelp(string? topic)
    {
        if (rooms.Active is { } room) room.Tell(new RoomWindowProtocol.ShowHelp(topic));
        else output.Tell(Help.Show(topic, RoomPermissions.None));
    }
}
