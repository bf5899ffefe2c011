using Akka.Actor;
using LanChat.Protocol;
using LanChat.Server.Lookup;

namespace LanChat.Server.Rooms;

/// <summary>Questions about the history: all that was said before them is kept first, and then the room goes on while others answer.</summary>
internal sealed partial class RoomActor
{
    private void LookUp(ClientMessage question)
    {
        var asker = Sender;
        SpeakThen(() =>
        {
            if (_history.IsNobody()) asker.Tell(new LookupProtocol.Answer(Answers.To(question, new MessagesReader(_room.AtHand))));
            else _history.Tell(new LookupProtocol.Ask(question, asker, []));
        });
    }
}
